package nabla.homework;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.QuestionTarget;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Spelling;
import nabla.syntax.Expression;
import nabla.syntax.Statement;
import nabla.translate.EntryBudget;
import nabla.translate.Expressions;
import nabla.translate.Fault;
import nabla.translate.GradientNames;
import nabla.translate.NameOrder;
import nabla.translate.Scope;
import nabla.translate.Sheets;
import nabla.translate.StatementContext;
import nabla.translate.Use;

/**
 * What names mean in a submission. Its lines see the problem's nodes, its own definitions, and what it has itself stated: there
 * {@code dZ1} is its own answer, right or wrong. A gradient of the output that it does not state may be used for the gradients of what
 * comes before, as a backward rule does; no other derivative is worked out for it.
 */
final class SubmissionScope implements Scope {

    private final Problem problem;
    private final SourceText source;
    private final Set<String> broken;
    private final boolean truthful;
    private final Map<String, Statement.Mapping> functions;
    private final Map<String, Piece> definitions = new LinkedHashMap<>();
    private final List<Piece> stated = new ArrayList<>();
    private final Deque<Piece> open = new ArrayDeque<>();
    private final StatementContext building;
    /** Of the calls whose outputs have names, each is made once. */
    private final Map<Statement.Unpacking, Node> calls = new IdentityHashMap<>();

    /**
     * The lines of a submission.
     *
     * @param functions that it defines, by name
     * @param broken   names that lines with an error would have defined
     * @param truthful whether what is asked for stands for the right derivative
     */
    SubmissionScope(Problem problem, SourceText source, List<Piece> pieces, Map<String, Statement.Mapping> functions, Set<String> broken, Sheets sheets,
            boolean truthful) {
        this.problem = problem;
        this.source = source;
        this.functions = functions;
        this.broken = broken;
        this.truthful = truthful;
        this.building = new StatementContext(this, source, new IdentityHashMap<>(), new ArrayList<>(), problem.model().seed(), sheets,
                EntryBudget.ofSubmission());
        for (Piece piece : pieces) {
            if (piece.asked == null) {
                definitions.put(piece.name, piece);
            } else {
                stated.add(piece);
            }
        }
    }

    /** Translates every line, each after those it needs. */
    void build() {
        for (String name : NameOrder.of(definitions.keySet(), this::needs).names()) {
            if (definitions.containsKey(name)) {
                build(definitions.get(name));
            }
        }
        stated.forEach(this::build);
    }

    /** Definitions come one after the other, however long the chain; what they have of derivatives is found on the way. */
    private List<String> needs(String name) {
        return Use.of(definitions.get(name).value).stream().map(use -> use.name().name()).filter(definitions::containsKey).toList();
    }

    private void build(Piece piece) {
        if (piece.isBuilt()) {
            return;
        }
        piece.open = true;
        open.push(piece);
        try {
            if (piece.unpacked != null) {
                piece.node = Expressions.of(building, piece.name).output(piece.unpacked, piece.name, calls);
            } else if (piece.asked == null) {
                piece.node = Expressions.of(building, piece.name).build(piece.value, piece.name);
            } else {
                state(piece);
            }
        } catch (Fault fault) {
            piece.fault = fault;
        } finally {
            piece.open = false;
            open.pop();
        }
    }

    private void state(Piece piece) {
        QuestionTarget asked = piece.asked;
        boolean formula = asked.isDerivative() || asked.question() != null && asked.question().form() == Statement.Form.FORMULA;
        piece.claim = problem.claims().answer(asked, piece.value, building, piece.span, formula);
        for (Node by : piece.borrowed) {
            if (asked.isDerivative() && !Topology.isBefore(asked.by(), by)) {
                throw refused(piece.value, "d" + problem.root().name() + "/d" + by.name());
            }
        }
        if (!asked.isDerivative() && piece.claim.answer() != null && formula
                && Topology.order(List.of(piece.claim.answer())).contains(asked.truth())) {
            throw Fault.refused(piece.value.span(), "the answer to " + asked.target() + " uses " + asked.target(), null);
        }
        piece.node = piece.claim.answer() == null ? asked.truth() : piece.claim.answer();
    }

    private static Fault refused(Expression where, String derivative) {
        boolean named = derivative.indexOf('(') < 0;
        return Fault.refused(where.span(), "the answer leaves " + derivative + " to nabla", "an answer is worked out by hand"
                + (named ? "; your own " + derivative + " can be used where you state it: " + derivative + " = …" : ""));
    }

    @Override
    public Node node(Expression.Name name) {
        Piece definition = definitions.get(name.name());
        if (definition != null) {
            return used(definition, name);
        } else if (problem.isGradient(name.name())) {
            return gradient(problem.root(), problem.built(name.name().substring(1)), name);
        }
        GradientNames.Meaning meaning = problem.meaning(name.name());
        if (meaning != null) {
            return gradient(meaning.of() == null ? problem.root() : problem.built(meaning.of()), problem.built(meaning.by()), name);
        }
        Node known = problem.built(name.name());
        if (known == null && broken.contains(name.name())) {
            throw Fault.at(name.span(), "the line that defines " + name.name() + " cannot be read", null);
        }
        return known != null ? known : other(name);
    }

    /** A constant or a size; a name without a meaning is explained as a submission knows it. */
    private Node other(Expression.Name name) {
        try {
            return problem.node(name);
        } catch (Fault fault) {
            List<String> known = new ArrayList<>(definitions.keySet());
            known.addAll(problem.names());
            problem.names().forEach(node -> known.add("d" + node));
            String hint = Spelling.hint(name.name(), known);
            throw Fault.at(name.span(), name.name() + " has no meaning here",
                    hint != null ? hint : "define it on a line of its own: " + name.name() + " = …");
        }
    }

    @Override
    public Node derivative(Expression.Derivative derivative) {
        return gradient(problem.built(derivative.of()), problem.built(derivative.by()), derivative);
    }

    private Node gradient(Node of, Node by, Expression written) {
        for (Piece piece : stated) {
            if (of != null && by != null && piece.asked.of() == of && piece.asked.by() == by) {
                return truthful && isReplaced(piece) ? truth(piece) : used(piece, written);
            }
        }
        if (of == null || by == null || of != problem.root()) {
            throw refused(written, source.slice(written.span()));
        }
        open.peek().borrowed.add(by);
        return problem.gradient(by);
    }

    /** An answer is; of what nobody asked for only a number, which may have lost digits: a formula is as right as what it uses. */
    private static boolean isReplaced(Piece piece) {
        return piece.asked.question() != null || Use.of(piece.value).isEmpty();
    }

    private Node truth(Piece piece) {
        open.peek().references.add(piece);
        return piece.asked.truth();
    }

    private Node used(Piece piece, Expression written) {
        String text = source.slice(written.span());
        if (piece.open) {
            throw Fault.at(written.span(), text + " needs itself", piece.asked == null ? null : "an answer is worked out without " + text);
        }
        build(piece);
        if (piece.fault != null) {
            throw Fault.at(written.span(), text + " cannot be used here: line " + piece.span.line() + " cannot be read", null);
        }
        if (piece.asked != null) {
            open.peek().references.add(piece);
        }
        open.peek().uses(piece);
        return piece.node;
    }

    @Override
    public boolean isNode(String name) {
        return definitions.containsKey(name) || problem.built(name) != null;
    }

    /** Its own functions, and those of the problem, whose names mean here what they mean there. */
    @Override
    public WrittenFunction mapped(String name) {
        WrittenFunction known = functions.containsKey(name) ? new WrittenFunction(functions.get(name), source, this) : problem.mapped(name);
        return known == null ? null : new WrittenFunction(known.mapping(), known.source(), this);
    }

    @Override
    public OperationTable operations() {
        return problem.operations();
    }

    /** Warnings about what was translated. */
    List<Diagnostic> diagnostics() {
        return building.diagnostics();
    }
}
