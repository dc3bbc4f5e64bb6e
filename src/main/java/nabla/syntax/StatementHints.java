package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nabla.source.Diagnostic;
import org.antlr.v4.runtime.Token;

/** Statements whose form is not right. */
final class StatementHints {

    /** What a keyword that stands alone is the beginning of. */
    private static final List<String> FRESH = List.of("z", "L", "f");
    private static final Map<String, String> FORMS = Map.of("const", "const k = 3", "output", "output z", "seed", "seed 42",
            "op", "op f(x) { … }", "mlp", "mlp net { … }", "train", "train net { rate 0.1  steps 500 }",
            "question", "question \"1a\" dz/dx", "credit", "credit sign 0.5");

    private StatementHints() { }

    /** {@code in = 3}, {@code x = 3*in}. */
    static Diagnostic reserved(Place place) {
        List<Token> words = place.words();
        boolean equation = false;
        for (int i = 0; i < words.size(); i++) {
            equation |= words.get(i).getType() == ASSIGN || words.get(i).getType() == EQUAL;
            if (words.get(i).getType() == IN && (i == 0 || equation || words.get(0).getType() != NAME && words.get(0).getType() != CONST
                    && words.get(0).getType() != OP)) {
                Place in = new Place(place.source(), words, i, place.names());
                return in.error("\"in\" is reserved for declarations like x in R", i == 0 ? "take another name, for example input" : null);
            }
        }
        return null;
    }

    /** A keyword, and what does not follow it. */
    static Diagnostic keyword(Place place) {
        String form = switch (place.words().get(0).getType()) {
            case OUTPUT -> "output z";
            case SEED -> "seed 42";
            case OP -> "op f(a in R(m, n), b) {";
            case FORWARD -> place.at() < 3 ? "forward y = …" : null;
            case BACKWARD -> place.at() < 3 ? "backward dx = …" : null;
            default -> null;
        };
        if (form != null) {
            return place.error(place.quoted(0) + " does not fit here", "write " + form);
        }
        if (place.type(-1) == WITHIN) {
            return place.error("within takes a number", "write within 1e-5");
        }
        return null;
    }

    /** The form of the statements that hold values, where nothing else can be said. */
    static Diagnostic form(Place place) {
        String form = switch (place.words().get(0).getType()) {
            case INPUT -> "input X";
            case DENSE -> "dense 2 relu weights [1, 1; 1, 1] bias [0, -1]";
            case INIT -> "init he, init xavier, init zeros or init normal 0.1";
            case LOSS -> "loss squared_error(Y)";
            case PENALTY -> "l2 0.01";
            case CONVENTION -> "convention column";
            case MLP -> "mlp net {";
            case TRAIN -> "train net {";
            case QUESTION -> "question \"1a\" dz/dx points 2";
            case CREDIT -> "credit sign 0.5";
            default -> null;
        };
        return form == null ? null : place.error(place.quoted(0) + " does not fit here", "write " + form);
    }

    /** What follows {@code in}. */
    static Diagnostic space(Place place) {
        int in = -1;
        while (place.at() + in >= 0 && place.type(in) != IN) {
            in--;
        }
        if (place.at() + in < 0) {
            return null;
        }
        String form = "write R, R(n) or R(m, n)";
        return switch (place.type(-1)) {
            case IN -> place.type(0) == LBRACK || place.type(0) == LPAREN
                    ? place.error("after in stands the set of values", "write R from 0 to 1 for an interval")
                    : place.error("after in stands the set of values", form);
            case FROM, TO, MINUS, PLUS -> place.error("a range goes from a number to a number", "write from 0.1 to 0.9");
            case NUMBER, NAME, RPAREN -> inSpace(place, form);
            default -> place.error("a size is a number or a name", form);
        };
    }

    private static Diagnostic inSpace(Place place, String form) {
        return switch (place.type(0)) {
            case POWER, SUPERSCRIPT, LBRACK, TIMES -> place.error("a size stands in round brackets", form);
            case COMMA -> place.bracket() == LPAREN ? place.error("a matrix has two sizes", form)
                    : place.error("a declaration ends here", "write ; before the next one");
            case ASSIGN -> place.error("a declared name has no value", "write x = 3, or x in R");
            case Token.EOF -> place.error("a range goes from a number to a number", "write from 0.1 to 0.9");
            default -> place.error(place.quoted(0) + " does not fit here", "write x in R(m, n) from 0.1 to 0.9");
        };
    }

    /** A comma outside brackets. */
    static Diagnostic comma(Place place) {
        if (place.type(0) != COMMA || place.bracket() != Token.EOF) {
            return null;
        }
        int sign = 0;
        while (sign < place.words().size() && place.words().get(sign).getType() != ASSIGN && place.words().get(sign).getType() != EQUAL) {
            sign++;
        }
        boolean left = place.at() < sign && sign < place.words().size();
        if (left) {
            return place.error("one name stands on the left of =", "write one definition for each name");
        }
        if (place.words().stream().skip(place.at()).anyMatch(word -> word.getType() == ASSIGN || word.getType() == EQUAL)) {
            return place.error("a comma does not separate statements", "write ; instead of the comma");
        }
        boolean decimal = place.type(-1) == NUMBER && place.type(1) == NUMBER && Words.adjacent(place.word(-1), place.word(0))
                && Words.adjacent(place.word(0), place.word(1));
        if (decimal) {
            return place.error("a number has a decimal point, not a comma", "write " + place.text(-1, -1) + '.' + place.text(1, 1));
        }
        return place.error("a comma stands only inside brackets", "write a row as [1, 2]");
    }

    /** An {@code =} or {@code ==} too many. */
    static Diagnostic sign(Place place) {
        int type = place.type(0);
        if (type != ASSIGN && type != EQUAL) {
            return null;
        }
        if (place.at() == 0) {
            return place.error("a name is missing before " + place.quoted(0), "write z " + place.text(0, 0) + " …");
        }
        if (place.bracket() != Token.EOF) {
            return type == ASSIGN
                    ? place.error("no definition stands inside brackets", "define the name on a line of its own; a claim is written ==, outside brackets")
                    : place.error("== makes a claim and stands outside brackets", "compare values with <, <=, >, >= or equal(a, b)");
        }
        if (!Words.endsValue(place.type(-1))) {
            return place.error("a value is missing before " + place.quoted(0), null);
        }
        int first = -1;
        while (place.at() + first >= 0 && place.type(first) != ASSIGN && place.type(first) != EQUAL) {
            first--;
        }
        if (place.at() + first < 0) {
            return place.error(place.quoted(0) + " has no place in an expression", null);
        }
        String middle = place.text(first + 1, -1);
        boolean define = place.type(first) == ASSIGN && type == ASSIGN;
        String hint = define ? place.text(-place.at(), first - 1) + " = " + middle + " and " + middle + " = … as two statements"
                : place.text(-place.at(), -1) + "; " + middle + ' ' + place.text(0, 0) + " …";
        return place.error("a second " + place.quoted(0) + " in one statement", "write " + hint);
    }

    /** The sentence ends too early. */
    static Diagnostic ended(Place place) {
        if (place.type(0) != Token.EOF) {
            return null;
        }
        if (form(place) != null) {
            return null;
        }
        return switch (place.type(-1)) {
            case ASSIGN, EQUAL -> place.error(-1, -1, "nothing stands after " + place.quoted(-1),
                    place.at() == 1 ? null : "write " + place.text(-place.at(), -1) + " and the value, on one line");
            case CONST -> place.error(-1, -1, "a name is missing after const", "write const k = 3");
            default -> Words.endsValue(place.type(-1)) ? noStatement(place) : null;
        };
    }

    /** A question at the prompt, in a file no statement. What is proposed is a definition that does not speak of itself; at other values, no definition. */
    private static Diagnostic noStatement(Place place) {
        boolean constant = place.type(-place.at()) == CONST;
        if (place.at() == 1 && place.type(-1) == NAME) {
            String form = FORMS.get(place.text(-1, -1));
            if (form != null) {
                return place.error(-1, -1, "something is missing after " + place.text(-1, -1), "write " + form);
            }
            return place.error(-1, -1, "a name alone is no statement", "write output " + place.text(-1, -1) + ", or give it a value with =");
        }
        String code = place.text(constant ? 1 - place.at() : -place.at(), -1);
        if (constant) {
            return place.error(-place.at(), -1, "a const needs a value", "write const " + code + " = 3");
        }
        boolean elsewhere = IntStream.range(-place.at(), 0).anyMatch(k -> place.type(k) == AT);
        String name = FRESH.stream().filter(each -> IntStream.range(-place.at(), 0).noneMatch(k -> place.text(k, k).equals(each))).findFirst().orElse("q");
        return place.error(-place.at(), -1, "an expression alone is no statement",
                "write " + (elsewhere ? "" : name + " = " + code + " to define, or ") + code + " == 3 to claim");
    }
}
