package nabla.homework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.backward.Derivative;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.homework.SubmittedAnswer.Passage;
import nabla.model.QuestionTarget;
import nabla.source.Diagnostic;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Script;
import nabla.syntax.Statement;
import nabla.syntax.StatementPrinter;
import nabla.translate.BrokenNames;
import nabla.translate.Fault;
import nabla.translate.GradientNames;
import nabla.translate.Sheets;
import nabla.translate.Use;

/** Sorts the lines of a submission: answers, definitions of its own, what merely repeats the problem, and what is not allowed. */
public final class SubmissionReader {

    private static final String ONCE = "the first one counts; leave the others out";

    private final Problem problem;
    private final QuestionLookup questions;
    private final Script script;
    private final Set<String> repeated = new HashSet<>();
    private final Set<Node> explicit = new HashSet<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, Piece> defined = new HashMap<>();
    private final Map<String, Statement.Mapping> functions = new HashMap<>();
    private final List<SubmittedAnswer> handedIn = new ArrayList<>();
    private final List<Diagnostic> diagnostics;

    public SubmissionReader(Problem problem, Script script) {
        this.problem = problem;
        this.questions = new QuestionLookup(problem);
        this.script = script;
        this.diagnostics = new ArrayList<>(script.diagnostics());
        problem.script().statements().forEach(statement -> repeated.add(StatementPrinter.print(statement)));
    }

    /** What a submission in the language states. */
    public SubmissionContents read() {
        script.statements().forEach(this::note);
        for (Statement statement : script.statements()) {
            try {
                if (!repeated.contains(StatementPrinter.print(statement))) {
                    add(statement);
                }
            } catch (Fault fault) {
                diagnostics.add(fault.diagnostic());
            }
        }
        Set<String> broken = BrokenNames.names(script);
        List<Piece> copies = pieces.stream().map(Piece::fresh).toList();
        SubmissionScope own = new SubmissionScope(problem, script.source(), pieces, functions, broken, Sheets.OF_SUBMISSION, false);
        own.build();
        if (pieces.stream().anyMatch(piece -> !piece.references.isEmpty())) {
            new SubmissionScope(problem, script.source(), copies, functions, broken, Sheets.OF_SUBMISSION, true).build();
        }
        List<SubmittedAnswer> stated = new ArrayList<>(new UnreadableLines(problem, script.source(), diagnostics).claimed(answered()));
        stated.addAll(stated(copies));
        stated.addAll(handedIn);
        diagnostics.addAll(own.diagnostics());
        addIdle(stated);
        diagnostics.sort(Comparator.comparingInt(diagnostic -> diagnostic.span() == null ? -1 : diagnostic.span().start()));
        return new SubmissionContents(ordered(stated), List.copyOf(diagnostics));
    }

    /** Notes by what a line states a derivative of the output: a name that could be meant as the same one is then a name. */
    private void note(Statement statement) {
        Expression left = statement instanceof Statement.Equation equation ? equation.left() : null;
        if (left instanceof Expression.Name name && problem.isGradient(name.name())) {
            explicit.add(problem.built(name.name().substring(1)));
        } else if (left instanceof Expression.Derivative derivative && problem.built(derivative.of()) != null) {
            explicit.add(problem.built(derivative.by()));
        } else if (left instanceof Expression.Text label && problem.labelled(label.text()) != null) {
            explicit.add(problem.labelled(label.text()).by());
        }
    }

    /** The derivative that a name can only be meant as, unless another line states it; or null. */
    private GradientNames.Meaning meaning(String name) {
        GradientNames.Meaning meaning = problem.meaning(name);
        return meaning == null || explicit.contains(problem.built(meaning.by())) ? null : meaning;
    }

    /** While a question is open, a definition that no line uses may have been meant as the answer. */
    private void addIdle(List<SubmittedAnswer> stated) {
        Set<QuestionTarget> answered = new HashSet<>();
        stated.forEach(one -> answered.add(one.asked()));
        Set<String> used = new HashSet<>();
        pieces.forEach(piece -> Use.of(piece.value).forEach(use -> used.add(use.name().name())));
        problem.questions().stream().filter(asked -> !asked.isOperation() && !answered.contains(asked)).findFirst().ifPresent(open ->
                pieces.stream().filter(piece -> piece.asked == null && piece.fault == null && !used.contains(piece.name)).forEach(idle ->
                        diagnostics.add(Diagnostic.warning(idle.span, idle.name + " answers no question, and no answer uses it",
                                "an answer begins with its question: \"" + open.label() + "\" = …"))));
    }

    private Set<QuestionTarget> answered() {
        Set<QuestionTarget> answered = new HashSet<>();
        pieces.stream().filter(piece -> piece.asked != null).forEach(piece -> answered.add(piece.asked));
        handedIn.forEach(stated -> answered.add(stated.asked()));
        return answered;
    }

    /** What cannot be read stands first, so that the places of the others are known. */
    private List<SubmittedAnswer> stated(List<Piece> copies) {
        List<Piece> all = pieces.stream().filter(piece -> piece.asked != null).toList();
        List<SubmittedAnswer> stated = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.fault != null && piece.asked == null) {
                if (piece.fault.diagnostic() != null) {
                    diagnostics.add(piece.fault.diagnostic());
                }
            } else if (piece.asked != null) {
                stated.add(stated(piece, copies.get(i), all));
            }
        }
        return stated;
    }

    private SubmittedAnswer stated(Piece piece, Piece copy, List<Piece> all) {
        if (piece.fault != null) {
            return SubmittedAnswer.unreadable(piece.asked, script.source(), piece.span, piece.fault.diagnostic());
        }
        List<Integer> references = piece.references.stream().map(other -> other.span.start()).toList();
        return new SubmittedAnswer(piece.asked, new Passage(script.source(), piece.span), piece.claim, references.isEmpty() ? null : copy.claim,
                references, !piece.borrowed.isEmpty(), null, null);
    }

    /** In the order of the text, references by place. */
    private static List<SubmittedAnswer> ordered(List<SubmittedAnswer> stated) {
        List<SubmittedAnswer> ordered = new ArrayList<>(stated);
        ordered.sort(Comparator.comparingInt(one -> one.span().start()));
        List<Integer> starts = ordered.stream().map(one -> one.span().start()).toList();
        return ordered.stream().map(one -> one.with(one.references().stream().map(starts::indexOf).sorted().toList())).toList();
    }

    private void add(Statement statement) {
        if (statement instanceof Statement.Equation equation && !equation.at().isEmpty()) {
            state(questions.elsewhere(equation.left(), equation.at(), equation.span()), equation.right(), equation.span());
        } else if (statement instanceof Statement.Equality equality && !equality.at().isEmpty()) {
            state(questions.elsewhere(equality.left(), equality.at(), equality.span()), equality.right(), equality.span());
        } else if (statement instanceof Statement.Equation equation) {
            add(equation.left(), equation.right(), equation.span());
        } else if (statement instanceof Statement.Equality equality) {
            Expression left = equality.left();
            boolean value = left instanceof Expression.Name name && !problem.isGradient(name.name());
            if (value) {
                state(value(left), equality.right(), equality.span());
            } else {
                add(left, equality.right(), equality.span());
            }
        } else if (statement instanceof Statement.Operation operation) {
            handIn(operation);
        } else if (statement instanceof Statement.Unpacking unpacking) {
            unpacking.names().stream().filter(name -> problem.built(name.name()) != null).findFirst().ifPresent(questions::redefined);
            unpacking.names().forEach(name -> define(name, Piece.output(name, unpacking)));
        } else if (statement instanceof Statement.Mapping mapping) {
            if (problem.mapped(mapping.name()) != null || problem.built(mapping.name()) != null || functions.putIfAbsent(mapping.name(), mapping) != null) {
                throw Fault.at(mapping.nameSpan(), mapping.name() + " is already defined", "choose another name");
            }
        } else {
            String what = statement instanceof Statement.Training ? "train blocks" : "statements of this kind";
            throw Fault.refused(statement.span(), "a submission has no " + what, "it holds answers, and definitions they use");
        }
    }

    private void add(Expression left, Expression right, Span span) {
        if (left instanceof Expression.Text label) {
            state(questions.labelled(label), right, span);
        } else if (questions.called(left) != null) {
            state(questions.called(left), right, span);
        } else if (left instanceof Expression.Derivative derivative) {
            state(asked(problem.built(derivative.of()), problem.built(derivative.by()), left, right), right, span);
        } else if (left instanceof Expression.Name name) {
            add(name, right, span);
        } else {
            state(value(left), right, span);
        }
    }

    private void add(Expression.Name name, Expression right, Span span) {
        String member = name.name().startsWith("d") ? problem.declared().member(name.name().substring(1)) : null;
        if (problem.isGradient(name.name())) {
            state(asked(problem.root(), problem.built(name.name().substring(1)), name, right), right, span);
        } else if (problem.built(name.name()) != null) {
            state(questions.redefined(name), right, span);
        } else if (member != null) {
            throw Fault.at(name.span(), "no node " + name.name().substring(1), "did you mean d" + member + "?");
        } else if (meaning(name.name()) != null) {
            GradientNames.Meaning meaning = meaning(name.name());
            Node of = meaning.of() == null ? problem.root() : problem.built(meaning.of());
            diagnostics.add(Diagnostic.warning(name.span(), name.name() + " is read as " + meaning.written(problem.output()), null));
            state(asked(of, problem.built(meaning.by()), name, right), right, span);
        } else {
            define(name, Piece.definition(name.name(), right, span));
        }
    }

    private void define(Expression.Name name, Piece piece) {
        Piece first = defined.putIfAbsent(name.name(), piece);
        if (first != null) {
            throw Fault.at(name.span(), name.name() + " is already defined on line " + first.span.line(), ONCE);
        }
        pieces.add(piece);
    }

    /** The question about a derivative, or that derivative as something stated besides; null for what is no derivative of the problem. */
    private QuestionTarget asked(Node of, Node by, Expression left, Expression right) {
        if (of == null || by == null) {
            unasked(left);
            return null;
        }
        boolean number = !(right instanceof Expression.Name) && Use.of(right).isEmpty();
        Statement.Form other = number ? Statement.Form.FORMULA : Statement.Form.VALUE;
        List<QuestionTarget> about = problem.about(of, by).stream()
                .sorted(Comparator.comparing((QuestionTarget asked) -> isStated(asked) ? 2 : asked.question().form() == other ? 1 : 0)).toList();
        return about.isEmpty() ? new QuestionTarget(null, script.source().slice(left.span()), of, by, truth(of, by, left)) : about.get(0);
    }

    private Node truth(Node of, Node by, Expression left) {
        try {
            return of == problem.root() ? problem.gradient(by) : Derivative.of(of, by);
        } catch (ShapeMismatch mismatch) {
            throw mismatch.isRefusal() ? Fault.refused(left.span(), mismatch.getMessage(), mismatch.hint())
                    : Fault.at(left.span(), mismatch.getMessage(), mismatch.hint());
        }
    }

    private boolean isStated(QuestionTarget asked) {
        return pieces.stream().anyMatch(piece -> piece.asked != null && piece.asked.equals(asked));
    }

    /** The question about a value; null if nobody asked. */
    private QuestionTarget value(Expression left) {
        QuestionTarget asked = questions.value(script.source().slice(left.span()));
        if (asked == null) {
            unasked(left);
        }
        return asked;
    }

    private void unasked(Expression left) {
        diagnostics.add(Diagnostic.warning(left.span(), "nobody asked for " + script.source().slice(left.span()), null));
    }

    private void state(QuestionTarget asked, Expression right, Span span) {
        if (asked == null) {
            return;
        }
        for (Piece piece : pieces) {
            boolean same = piece.asked != null && piece.asked.question() == asked.question() && piece.asked.of() == asked.of()
                    && piece.asked.by() == asked.by();
            if (same) {
                throw Fault.at(span, asked.label() + " is already answered on line " + piece.span.line(), ONCE);
            }
        }
        pieces.add(Piece.stated(asked, right, span));
    }

    private void handIn(Statement.Operation operation) {
        QuestionTarget asked = questions.operation(operation);
        if (handedIn.stream().anyMatch(stated -> stated.asked() == asked)) {
            throw Fault.at(operation.nameSpan(), operation.name() + " is already handed in", ONCE);
        }
        handedIn.add(new OperationMatch(problem, asked, operation, script.source(), functions).stated());
    }
}
