package nabla.syntax;

import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.antlr.NablaParser.RelationContext;
import org.antlr.v4.runtime.Token;

/** What may stand on the left of {@code =}: a name, a derivative, or the label of a question. */
final class DefinitionTarget {

    private final SourceText source;
    private final KnownNames names;

    DefinitionTarget(SourceText source, KnownNames names) {
        this.source = source;
        this.names = names;
    }

    void check(Token name) {
        check(Words.span(name), name.getText());
    }

    private void check(Span span, String name) {
        if (name.equals("T")) {
            throw new UnreadableSentence(span, "T is the transpose and cannot be defined", "take another name, for example T1");
        }
        if (names.isFunction(name)) {
            String written = source.slice(span);
            String which = written.equals(name) ? "" : " (" + name + ")";
            throw new UnreadableSentence(span, "\"" + written + "\" is a function" + which + " and cannot be defined",
                    "take another name, for example " + (written.equals("σ") ? "s" : written + "1"));
        }
    }

    void checkLeft(RelationContext context, Expression left, Expression right) {
        if (left instanceof Expression.Name name && context.left.start == context.left.stop) {
            check(name.span(), name.name());
        } else if (context.CONST() != null) {
            throw new UnreadableSentence(left.span(), "const stands before the name of a definition", "write const k = 3");
        } else if (left instanceof Expression.Call call && call.arguments().isEmpty()) {
            throw new UnreadableSentence(left.span(), "a function has at least one parameter", "write " + source.slice(call.functionSpan()) + "(x) = …, or "
                    + source.slice(call.functionSpan()) + " = …");
        } else if (left instanceof Expression.Transpose prime && prime.operand() instanceof Expression.Name f
                && source.slice(prime.span()).endsWith("'")) {
            throw new UnreadableSentence(left.span(), "' transposes; on the left of = stands a name or a derivative",
                    "write d" + f.name() + "/dx = …, or " + f.name() + "'(x) = … of a function");
        } else if (!(left instanceof Expression.Derivative || left instanceof Expression.Prime || left instanceof Expression.Text)) {
            String claim = source.slice(Words.span(context.left)) + " == " + source.slice(Words.span(context.right));
            throw new UnreadableSentence(Words.span(context.left), "on the left of = stands a name or a derivative",
                    "write " + shortened(claim) + " to claim that two values are equal");
        }
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 60 ? "…" : line;
    }
}
