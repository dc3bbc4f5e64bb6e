package nabla.syntax;

import nabla.syntax.antlr.NablaLexer;
import nabla.syntax.antlr.NablaParser.BoundContext;
import org.antlr.v4.runtime.Token;

/** Numbers as written. */
final class NumberReader {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private NumberReader() { }

    static Expression.Number number(Token word) {
        return new Expression.Number(Words.span(word), value(word, word.getText()), word.getText());
    }

    /** A number of the range of a declaration, with its sign. */
    static Expression.Number bound(BoundContext context) {
        Token word = context.NUMBER().getSymbol();
        boolean negative = context.sign != null && context.sign.getType() == NablaLexer.MINUS;
        String written = (negative ? "-" : "") + word.getText();
        return new Expression.Number(Words.span(context), value(word, written), written);
    }

    /** The exponent in {@code x²}. */
    static Expression.Number superscript(Token word) {
        StringBuilder digits = new StringBuilder();
        word.getText().chars().forEach(c -> digits.append(SUPERSCRIPTS.indexOf(c)));
        return new Expression.Number(Words.span(word), value(word, digits.toString()), digits.toString());
    }

    /** A whole number from 0 up. */
    static int whole(Token word, String what) {
        double value = value(word, word.getText());
        if (value != Math.rint(value)) {
            throw new UnreadableSentence(Words.span(word), what + " has to be a whole number", "write a whole number from 1 up");
        } else if (value > Integer.MAX_VALUE) {
            throw new UnreadableSentence(Words.span(word), what + " can be at most " + Integer.MAX_VALUE, "write a smaller number");
        }
        return (int) value;
    }

    /** A whole number from 1 up. */
    static int positive(Token word, String what) {
        int number = whole(word, what);
        if (number == 0) {
            throw new UnreadableSentence(Words.span(word), what + " has to be at least 1", "write a whole number from 1 up");
        }
        return number;
    }

    private static double value(Token word, String written) {
        double value = Double.parseDouble(written);
        if (Double.isInfinite(value)) {
            throw new UnreadableSentence(Words.span(word), "this number is beyond 1.8e308, the largest in double precision",
                    "measure in another unit, or work with the logarithm");
        }
        return value;
    }

    static void checkExponent(Expression exponent) {
        Expression bare = exponent;
        while (bare instanceof Expression.Negation negative) {
            bare = negative.operand();
        }
        if (bare instanceof Expression.Number number && number.value() > Limits.EXPONENT) {
            throw new UnreadableSentence(Limits.refusal(number.span(), "an exponent over 1e6", null));
        }
    }
}
