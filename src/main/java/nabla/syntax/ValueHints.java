package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import nabla.source.Diagnostic;
import org.antlr.v4.runtime.Token;

/** Two values side by side: what was forgotten between them. */
final class ValueHints {

    private ValueHints() { }

    private static boolean sideBySide(Place place) {
        return Words.endsValue(place.type(-1)) && Words.beginsValue(place.type(0));
    }

    /** {@code d/dx x^2}. */
    static Diagnostic differentiated(Place place) {
        boolean derivative = place.isName(-3, "d") && place.type(-2) == DIVIDE && place.type(-1) == NAME
                && place.word(-1).getText().startsWith("d") && Words.beginsValue(place.type(0));
        if (!derivative) {
            return null;
        }
        int end = 0;
        while (!ends(place.type(end + 1))) {
            end = place.type(end) == LPAREN || place.type(end) == LBRACK ? place.closing(end) : end + 1;
        }
        String body = place.text(0, end);
        return place.error(-3, -1, "a derivative is no operator to write before a value",
                "write grad(" + body + ", " + place.word(-1).getText().substring(1) + ")");
    }

    private static boolean ends(int type) {
        return switch (type) {
            case Token.EOF, ASSIGN, EQUAL, RPAREN, RBRACK, COMMA, SEMICOLON -> true;
            default -> false;
        };
    }

    /** {@code f'(x)}. */
    static Diagnostic prime(Place place) {
        if (place.type(-1) != PRIME || place.type(-2) != NAME || place.type(0) != LPAREN) {
            return null;
        }
        String f = place.text(-2, -2);
        String x = place.type(1) == NAME && place.type(2) == RPAREN ? place.text(1, 1) : "x";
        if (isFunction(place, -2)) {
            return place.error(-2, -1, "' transposes; it is no derivative",
                    "write grad(" + f + '(' + x + "), " + x + "), or the formula of the derivative");
        }
        return place.error(-2, -1, "' transposes; it is no derivative", "write d" + f + "/d" + x + ", or grad(" + f + ", " + x + ")");
    }

    /** {@code [1 2]}, and a line end where a row was meant to end. */
    static Diagnostic row(Place place) {
        return sideBySide(place) && place.bracket() == LBRACK ? missingComma(place) : null;
    }

    private static Diagnostic missingComma(Place place) {
        int end = Words.beginsValue(place.type(0)) ? place.valueEnd(0) : place.valueEnd(1);
        String before = place.text(place.valueStart(-1), -1);
        String after = place.text(0, end);
        if (place.word(-1).getLine() < place.word(0).getLine()) {
            return place.error(0, end, "comma missing, or ; where a row ends: a new line begins no row", "write " + before + "; " + after);
        }
        return place.error(0, end, "comma missing before \"" + after + "\"", "write " + before + ", " + after);
    }

    /** {@code [0 -1]} would be read as a difference. */
    static Diagnostic signInRow(Place place) {
        boolean sign = (place.type(0) == PLUS || place.type(0) == MINUS) && Words.endsValue(place.type(-1))
                && !Words.adjacent(place.word(-1), place.word(0)) && Words.adjacent(place.word(0), place.word(1));
        return sign && Words.beginsValue(place.type(1)) && place.bracket() == LBRACK ? missingComma(place) : null;
    }

    /** {@code [a (b)]} would be read as a call, {@code [a [0]]} as an index. */
    static Diagnostic bracketInRow(Place place) {
        boolean bracket = (place.type(0) == LPAREN || place.type(0) == LBRACK) && Words.endsValue(place.type(-1))
                && !Words.adjacent(place.word(-1), place.word(0));
        boolean call = place.type(0) == LPAREN && place.type(-1) == NAME && place.names().isCallable(place.word(-1).getText());
        return bracket && !call && place.bracket() == LBRACK ? missingComma(place) : null;
    }

    /** {@code x = 1 y = 2}. */
    static Diagnostic secondStatement(Place place) {
        if (!sideBySide(place) || place.type(0) != NAME || place.type(1) != ASSIGN || place.bracket() != Token.EOF) {
            return null;
        }
        return place.error("a second statement begins on the same line", "write ; before " + place.quoted(0));
    }

    private static boolean isFunction(Place place, int offset) {
        return place.type(offset) == NAME && (place.names().isCallable(place.word(offset).getText()) || place.isName(offset, "grad"));
    }

    /** {@code x.T()}: a call of what is no function. */
    static Diagnostic emptyCall(Place place) {
        boolean empty = place.type(0) == LPAREN && place.type(1) == RPAREN && sideBySide(place);
        return empty ? place.error(0, 1, "nothing stands in the brackets", "write " + place.text(place.valueStart(-1), -1)) : null;
    }

    /** {@code sin^2(x)}, {@code sin² x}: the power of a function. */
    static Diagnostic power(Place place) {
        if (place.type(0) != POWER && place.type(0) != SUPERSCRIPT || !isFunction(place, -1) || place.names().isNode(place.text(-1, -1))) {
            return null;
        }
        int last = place.type(0) == SUPERSCRIPT ? 0 : place.type(1) == MINUS ? 2 : 1;
        int argument = place.type(last + 1) == IMPLIED ? last + 2 : last + 1;
        String function = place.text(-1, -1);
        String value = Words.beginsValue(place.type(argument)) ? place.text(argument, place.valueEnd(argument)) : "x";
        String inBrackets = value.startsWith("(") ? value : '(' + value + ')';
        String written = place.type(0) == SUPERSCRIPT ? place.text(0, 0) : last == 2 ? "^(" + place.text(1, last) + ')' : place.text(0, last);
        String inverse = last == 2 && place.names().isFunction("a" + function) ? 'a' + function + inBrackets + ", or " : "";
        return place.error(-1, last, "a power stands after the argument of " + function, "write " + inverse + function + inBrackets + written);
    }

    /** {@code sin x}. */
    static Diagnostic call(Place place) {
        if (!isFunction(place, -1) || !sideBySide(place)) {
            return null;
        }
        String argument = place.text(0, place.valueEnd(0));
        return place.error("the argument of " + place.text(-1, -1) + " stands in brackets", "write " + place.text(-1, -1) + '(' + argument + ')');
    }

    /** {@code 2 x y}: only a number directly before a name multiplies it. */
    static Diagnostic product(Place place) {
        if (!sideBySide(place)) {
            return null;
        }
        StringBuilder product = new StringBuilder(place.text(place.valueStart(-1), -1));
        int next = 0;
        boolean sensible = isFactor(place, place.valueStart(-1), -1);
        while (Words.beginsValue(place.type(next)) && product.length() < 60) {
            int end = place.valueEnd(next);
            boolean transposed = isTransposed(place, next - 1) || isTransposed(place, end);
            sensible &= isFactor(place, next, end);
            product.append(transposed ? " @ " : "*").append(place.text(next, end));
            next = end + 1;
            if (isFunction(place, end) && Words.beginsValue(place.type(next))) {
                end = place.valueEnd(next);
                product.append(place.type(next) == LPAREN ? place.text(next, end) : '(' + place.text(next, end) + ')');
                next = end + 1;
            }
        }
        return place.error("an operator is missing before " + place.quoted(0), sensible ? "write " + product : null);
    }

    private static boolean isTransposed(Place place, int offset) {
        return place.type(offset) == TRANSPOSE || place.type(offset) == PRIME;
    }

    /** Whether a value may be a factor: no text, and no word that nothing is called. */
    private static boolean isFactor(Place place, int from, int to) {
        for (int k = from; k <= to; k++) {
            String name = place.type(k) == NAME ? place.word(k).getText() : "";
            boolean word = name.matches("(?!d\\p{L}$)\\p{L}\\p{Ll}+") && !place.names().isNode(name) && !place.names().isCallable(name)
                    && !name.equals("pi") && !name.equals("grad");
            if (word || place.type(k) == TEXT) {
                return false;
            }
        }
        return true;
    }
}
