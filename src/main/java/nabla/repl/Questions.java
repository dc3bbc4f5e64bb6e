package nabla.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.repl.Answer.Problem;
import nabla.report.Report.Status;
import nabla.session.Draft;
import nabla.session.Operations;
import nabla.session.Quantity;
import nabla.source.Diagnostic;
import nabla.source.Diagnostic.Severity;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.translate.Spelling;
import nabla.translate.Use;

/**
 * Answers expressions. An expression is read as the claim that it equals itself: so it means what it would mean in a file, and does not
 * become the output.
 */
record Questions(Workspace workspace, Typed typed) {

    Answer answer(Typed.Asked asked) {
        if (asked.expression() instanceof Expression.Name name && workspace.quantities().containsKey(name.name())) {
            return Answer.of(new Words(workspace.preferences()).equation(name.name(), workspace.quantities().get(name.name())));
        }
        if (asked.expression() instanceof Expression.Name name && !workspace.names().contains(name.name())) {
            Answer answer = unknown(name);
            if (answer != null) {
                return answer;
            }
        }
        String text = typed.source().slice(asked.span());
        String before = workspace.program().text() + "(";
        String claim = before + text + ") == (" + text + ")\n";
        Draft draft = Draft.of(new SourceText("", claim), workspace.preferences().settings(), workspace.folder());
        List<Problem> errors = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        for (Diagnostic diagnostic : draft.diagnostics()) {
            Span span = diagnostic.span();
            boolean inside = span != null && span.start() >= before.length() && span.start() <= before.length() + text.length();
            boolean pending = draft.isMisfit(diagnostic) && isPending(asked);
            if (diagnostic.severity() != Severity.NOTE && inside && !pending) {
                (diagnostic.severity() == Severity.ERROR ? errors : warnings).add(moved(diagnostic, asked, before.length()));
            }
        }
        if (!errors.isEmpty()) {
            return Answer.failed(errors.subList(0, 1));
        }
        int last = draft.claims().size() - 1;
        boolean built = last >= 0 && draft.claims().get(last).end() > before.length();
        Quantity quantity = built ? draft.left(last) : null;
        Diagnostic problem = built && quantity == null && !isPending(asked) ? draft.problem(last) : null;
        if (problem != null) {
            return Answer.failed(List.of(moved(problem, asked, before.length())));
        }
        List<String> lines = quantity == null ? List.of(unknown(asked, text)) : shown(asked.expression(), text, quantity);
        return new Answer(Status.VERIFIED, lines, List.copyOf(warnings));
    }

    /** A diagnostic of the claim, at its place in what was typed; that of the second copy at the same place. */
    private Problem moved(Diagnostic diagnostic, Typed.Asked asked, int before) {
        Span span = diagnostic.span();
        int length = asked.span().end() - asked.span().start();
        int second = before + length + ") == (".length();
        int moved = asked.span().start() - (span.start() >= second ? second : before);
        return new Problem(typed.source(), new Diagnostic(diagnostic.severity(),
                Program.span(typed.source(), span.start() + moved, span.end() + moved), diagnostic.message(), diagnostic.hint()));
    }

    /** Why there is nothing to say: values are missing, or something older does not fit. */
    private String unknown(Typed.Asked asked, String text) {
        List<String> missing = missing(asked);
        if (!missing.isEmpty()) {
            return text + "   (" + Words.missing(missing) + ")";
        }
        return workspace.draft().diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).findFirst()
                .map(error -> text + "   (has no value: " + error.message() + ")").orElse(text + "   (has no value)");
    }

    private List<String> shown(Expression expression, String text, Quantity quantity) {
        Words words = new Words(workspace.preferences());
        String shown = text.replaceAll("\\s+", " ");
        if (isDerivative(expression)) {
            return words.equation(shown, quantity);
        }
        return quantity.value() == null ? words.incomplete(shown, quantity) : words.bare(quantity);
    }

    /** Whether a derivative stands in it: then its formula is of interest. */
    private boolean isDerivative(Expression expression) {
        return Use.hasDerivative(expression, workspace.names());
    }

    /** A name that nothing is called; null where it is a constant or a gradient. */
    private Answer unknown(Expression.Name name) {
        Function function = Functions.find(name.name());
        if (function != null) {
            return Answer.of(Operations.of(function.name()).lines());
        }
        Set<String> known = new TreeSet<>(workspace.names());
        boolean gradient = name.name().startsWith("d") && known.contains(name.name().substring(1));
        if (gradient || name.name().equals("pi") || name.name().equals("e")) {
            return null;
        }
        known.addAll(Functions.names());
        return Answer.failed(List.of(new Problem(typed.source(), Diagnostic.error(name.span(), "nothing is called " + name.name() + " yet",
                command(name.name(), Spelling.hint(name.name(), known))))));
    }

    private boolean isPending(Typed.Asked asked) {
        return !missing(asked).isEmpty();
    }

    private List<String> missing(Typed.Asked asked) {
        return Use.of(asked.expression()).stream().flatMap(use -> workspace.draft().missing(use.name().name()).stream()).distinct().toList();
    }

    /** The hint for a command without its colon, and else another. */
    private static String command(String word, String other) {
        String name = word.equals("exit") ? "quit" : word;
        return Command.ALL.stream().anyMatch(command -> command.name().equals(name)) ? "commands begin with a colon: :" + name : other;
    }
}
