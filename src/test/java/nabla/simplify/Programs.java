package nabla.simplify;

import nabla.formula.TextFormula;
import nabla.graph.Node;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.syntax.Script;
import nabla.translate.Options;
import nabla.translate.Translator;

/** Texts in the language as models. */
final class Programs {

    private Programs() { }

    /** The model of statements; a mistake in them fails the test. */
    static Model model(String... statements) {
        SourceText source = new SourceText("row", String.join("\n", statements));
        Script script = new Reader(Functions.names()).read(source);
        Model model = Translator.translate(script, Options.NONE);
        model.diagnostics().stream().filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR).findFirst()
                .ifPresent(error -> {
                    throw new AssertionError(error.message() + " in " + source.text());
                });
        return model;
    }

    /** What a model knows of its leaves. */
    static Facts facts(Model model) {
        return new Facts(model.distributions(), model.nonnegative());
    }

    /** The formula of a node as text. */
    static String text(Node node) {
        return Formulas.of(node).map(TextFormula::text).orElse("too long");
    }
}
