package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import nabla.source.Diagnostic;
import org.antlr.v4.runtime.Token;

/** Values that are missing beside operators, commas and brackets. */
final class OperatorHints {

    private OperatorHints() { }

    /** {@code csv('a.csv')}. */
    static Diagnostic quote(Place place) {
        boolean quote = place.type(0) == PRIME && !Words.endsValue(place.type(-1));
        return quote ? place.error("' transposes what stands before it", "write a text in \" \"") : null;
    }

    /** An operator or a comma without a value on one side, an empty bracket. */
    static Diagnostic missing(Place place) {
        int before = place.type(-1);
        if (Words.endsValue(before)) {
            return null;
        }
        int type = place.type(0);
        if (type == RBRACK && before == LBRACK) {
            return place.error(-1, 0, "a matrix has at least one entry", "write zeros(m, n), or the entries");
        }
        if (type == RPAREN && before == LPAREN) {
            return place.error(-1, 0, "nothing stands in the brackets", null);
        }
        if (Words.isOperator(before) && Words.isOperator(type)) {
            String both = place.text(-1, -1) + ' ' + place.text(0, 0);
            return place.error(-1, 0, "two operators in a row: " + both, both.equals("* *") ? "write ** without a space" : null);
        }
        if (Words.isOperator(before) || before == COMMA || before == SEMICOLON && type != Token.EOF) {
            String hint = type == Token.EOF ? "a line goes on only while a bracket is open" : null;
            return place.error(-1, -1, "a value is missing after " + place.quoted(-1), hint);
        }
        boolean needsValue = Words.isOperator(type) || type == COMMA || type == SEMICOLON || type == RPAREN || type == RBRACK || type == PRIME
                || type == TRANSPOSE;
        return needsValue ? place.error("a value is missing before " + place.quoted(0), null) : null;
    }

    /** {@code a < b < c}. */
    static Diagnostic chained(Place place) {
        return switch (place.type(0)) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> place.error("one comparison is compared again",
                    "write (a < b)*(b < c): comparisons are 1 or 0");
            default -> null;
        };
    }

    static Diagnostic colon(Place place) {
        boolean first = place.words().stream().limit(place.at()).noneMatch(word -> word.getType() == ASSIGN || word.getType() == EQUAL);
        boolean value = first && place.at() > 0 && place.bracket() == Token.EOF && place.type(1) != Token.EOF;
        String hint = value ? "write " + place.text(-place.at(), -1) + " = " + place.text(1, place.words().size() - 2 - place.at()) : null;
        return place.type(0) == COLON ? place.error("a \":\" stands only in an index, as in A[0:2, :]", hint) : null;
    }

    /** The name of a function, without what other languages write before it. */
    private static String function(Place place, int offset) {
        String name = place.text(offset, offset);
        String last = name.substring(name.lastIndexOf('.') + 1);
        return place.names().isFunction(last) ? last : name;
    }

    /** {@code (1, 2)} and {@code f(a; b)}. */
    static Diagnostic comma(Place place) {
        boolean round = place.bracket() == LPAREN;
        if (place.type(0) == COMMA && round) {
            int open = place.opening() - place.at();
            int end = place.closing(open);
            if (place.type(open - 1) == LPAREN && place.type(open - 2) == NAME && place.type(end + 1) == RPAREN) {
                return place.error("( ) hold one value", "write " + function(place, open - 2) + '(' + place.text(open + 1, end - 1) + ')');
            }
            return place.error("( ) hold one value", "write a row as [1, 2]");
        }
        return place.type(0) == SEMICOLON && round ? place.error("a \";\" separates rows inside [ ] only", "write a comma") : null;
    }
}
