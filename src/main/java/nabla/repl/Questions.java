package nabla.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nabla.assembly.Reservation;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.op.NamedConstants;
import nabla.repl.Answer.Problem;
import nabla.report.Report.Status;
import nabla.session.Draft;
import nabla.session.Operations;
import nabla.session.Quantity;
import nabla.source.Diagnostic;
import nabla.source.Diagnostic.Severity;
import nabla.source.SourceText;
import nabla.source.Spelling;
import nabla.syntax.Expression;
import nabla.syntax.Habits;
import nabla.translate.Query;
import nabla.translate.Use;

/**
 * Answers expressions, which mean what they would mean in the file and do not become its output.
 */
record Questions(Workspace workspace, ParsedInput typed) {

    Answer answer(ParsedInput.Question asked) {
        if (asked.expression() instanceof Expression.Name name && asked.at().isEmpty() && workspace.quantities().containsKey(name.name())) {
            return Answer.of(new QuantityWords(workspace.preferences()).equation(name.name(), workspace.quantities().get(name.name())));
        }
        if (asked.expression() instanceof Expression.Name name && asked.at().isEmpty() && workspace.function(name.name()) != null) {
            return Answer.of(workspace.function(name.name()));
        }
        if (asked.expression() instanceof Expression.Name name && !workspace.names().contains(name.name())) {
            Answer answer = unknown(name);
            if (answer != null) {
                return answer;
            }
        }
        if (asked.expression() instanceof Expression.Call call && call.arguments().isEmpty() && Command.hint(call.function()) != null) {
            return Answer.failed(List.of(new Problem(typed.source(),
                    Diagnostic.error(call.functionSpan(), "there is no function " + call.function(), Command.hint(call.function())))));
        }
        if (asked.expression() instanceof Expression.Derivative derivative && derivative.of() instanceof Expression.Name of
                && derivative.by() instanceof Expression.Name by) {
            for (Expression.Name name : workspace.function(of.name()) == null ? List.of(of, by) : List.<Expression.Name>of()) {
                if (!workspace.names().contains(name.name()) && !NamedConstants.contains(name.name())) {
                    return nothing(name);
                }
            }
        }
        String text = typed.source().slice(asked.span());
        Draft draft = Draft.of(new SourceText("", workspace.program().text()), workspace.preferences().settings(), workspace.folder(),
                new Query(asked.expression(), asked.at(), typed.source()));
        List<Problem> errors = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        for (Diagnostic diagnostic : draft.answer().diagnostics()) {
            boolean pending = diagnostic == draft.answer().misfit() && isPending(asked);
            if (diagnostic.severity() != Severity.NOTE && !pending) {
                (diagnostic.isError() ? errors : warnings).add(new Problem(typed.source(), diagnostic));
            }
        }
        if (!errors.isEmpty()) {
            return Answer.failed(errors.subList(0, 1));
        }
        Quantity quantity = draft.asked(text.substring(0, end(asked, text)), differentiated(asked.expression()));
        boolean elsewhere = !asked.at().isEmpty() || asked.expression() instanceof Expression.Prime;
        Reservation reservation = quantity == null || quantity.value() == null ? null : elsewhere ? draft.reservation() : reservation(asked.expression(), draft);
        List<String> lines = quantity == null ? List.of(unknown(asked, text)) : shown(asked, quantity, reservation);
        return new Answer(Status.VERIFIED, lines, List.copyOf(warnings));
    }

    /** Where in the text the expression ends, before the values at which it is asked for. */
    private static int end(ParsedInput.Question asked, String text) {
        if (asked.at().isEmpty()) {
            return text.length();
        }
        String before = text.substring(0, asked.at().get(0).span().start() - asked.span().start()).stripTrailing();
        return before.substring(0, before.length() - "at".length()).stripTrailing().length();
    }

    /** The name of what is differentiated, or null. */
    private static String differentiated(Expression asked) {
        return asked instanceof Expression.Derivative derivative && derivative.of() instanceof Expression.Name of ? of.name() : null;
    }

    /** Why there is nothing to say: values are missing, or something older does not fit. */
    private String unknown(ParsedInput.Question asked, String text) {
        List<String> missing = missing(asked);
        if (!missing.isEmpty()) {
            return text + "   (" + QuantityWords.missing(missing) + QuantityWords.meant(missing, workspace.names()) + ")";
        }
        return workspace.draft().diagnostics().stream().filter(Diagnostic::isError).findFirst()
                .map(error -> text + "   (has no value: " + error.message() + ")").orElse(text + "   (has no value)");
    }

    /** What has to be said with the value of {@code dy/dx} or {@code dx}. */
    private Reservation reservation(Expression expression, Draft draft) {
        if (expression instanceof Expression.Derivative derivative && derivative.of() instanceof Expression.Name of
                && derivative.by() instanceof Expression.Name by) {
            return draft.reservation(of.name(), by.name());
        }
        boolean gradient = expression instanceof Expression.Name name && isDerivative(expression) && draft.output() != null;
        return gradient ? draft.reservation(draft.output(), ((Expression.Name) expression).name().substring(1)) : null;
    }

    private List<String> shown(ParsedInput.Question asked, Quantity quantity, Reservation reservation) {
        String text = typed.source().slice(asked.span());
        String shown = text.substring(0, end(asked, text)).replaceAll("\\s+", " ");
        List<String> lines = new ArrayList<>(shown(asked.expression(), shown, quantity, reservation));
        if (!asked.at().isEmpty()) {
            lines.set(0, lines.get(0) + "   (" + text.substring(end(asked, text)).strip().replaceAll("\\s+", " ") + ")");
        }
        return lines;
    }

    private List<String> shown(Expression expression, String shown, Quantity quantity, Reservation reservation) {
        QuantityWords words = new QuantityWords(workspace.preferences());
        if (reservation != null) {
            List<String> lines = new ArrayList<>(reservation.valued() ? words.equation(shown, quantity)
                    : List.of(shown + (quantity.formula() == null ? "" : " = " + QuantityWords.formula(quantity.formula()))));
            lines.set(0, lines.get(0) + "   (" + reservation.text() + ")");
            return lines;
        }
        if (isDerivative(expression)) {
            return words.equation(shown, quantity);
        }
        return quantity.value() == null ? words.incomplete(shown, quantity, workspace.names()) : words.bare(quantity);
    }

    /** Whether a derivative stands in it: then its formula is of interest. */
    private boolean isDerivative(Expression expression) {
        return Use.hasDerivative(expression, workspace.quantities().keySet());
    }

    /** A name that nothing is called; null where it is a constant or a gradient. */
    private Answer unknown(Expression.Name name) {
        Function function = Functions.find(name.name());
        if (function != null) {
            return Answer.of(Operations.of(function.name()).lines());
        }
        Set<String> known = new TreeSet<>(workspace.names());
        boolean gradient = name.name().startsWith("d") && known.contains(name.name().substring(1));
        return gradient || NamedConstants.contains(name.name()) ? null : nothing(name);
    }

    private Answer nothing(Expression.Name name) {
        Set<String> known = new TreeSet<>(workspace.names());
        known.addAll(Functions.names());
        return Answer.failed(List.of(new Problem(typed.source(), Diagnostic.error(name.span(), "nothing is called " + name.name() + " yet",
                hint(name.name(), known)))));
    }

    private boolean isPending(ParsedInput.Question asked) {
        return !missing(asked).isEmpty();
    }

    private List<String> missing(ParsedInput.Question asked) {
        return Use.of(asked.expression()).stream().flatMap(use -> workspace.draft().missing(use.name().name()).stream()).distinct()
                .filter(name -> asked.at().stream().noneMatch(one -> one.name().equals(name))).toList();
    }

    /** A command without its colon, a name of another language, a slip. */
    private String hint(String word, Set<String> known) {
        String product = Spelling.product(word, workspace.names()::contains);
        return Command.hint(word) != null ? Command.hint(word) : Habits.name(word) != null ? Habits.name(word)
                : member(word) != null ? "did you mean " + member(word) + "?" : product != null ? product : Spelling.hint(word, known);
    }

    /** {@code xor.W1} for {@code W1}, {@code dxor.W1} for {@code dW1}; null if no network has it. */
    private String member(String word) {
        boolean gradient = word.startsWith("d") && word.length() > 1;
        return workspace.names().stream().sorted().filter(name -> name.endsWith('.' + word) || gradient && name.endsWith('.' + word.substring(1)))
                .findFirst().map(name -> name.endsWith('.' + word) ? name : 'd' + name).orElse(null);
    }
}
