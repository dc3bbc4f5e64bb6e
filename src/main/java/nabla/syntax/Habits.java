package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.Map;
import nabla.source.Diagnostic;

/** Words of programming languages, typed out of habit. A name that a text defines is none of them. */
public final class Habits {

    private static final String AND = "write (a > 0)*(b > 0): comparisons are 1 or 0";
    private static final String OR = "write max(a > 0, b > 0): comparisons are 1 or 0";
    private static final String NOT = "write 1 - (a > 0): comparisons are 1 or 0";
    private static final String DEFINE = "write f(x) = x^2";
    private static final String LOOP = "write for t in 1..4 { h{t} = … }: the steps are written out; operations take whole matrices";
    private static final String ONLY = "there is nothing to import: functions are there, as in sin(x)";
    private static final String SHOWN = "nothing has to be printed: a report, and a session, show values by themselves";
    private static final String PLAIN = "write x = 3, without a word before it";

    private static final String AT = "write dz/dx at x = 2 for the value there";
    private static final String OF = "write dz/dx of two names, or grad(x^2, x)";
    private static final String NOTE = "what is not to be read stands behind #";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("and", AND), Map.entry("or", OR), Map.entry("not", NOT),
            Map.entry("def", DEFINE), Map.entry("lambda", DEFINE), Map.entry("function", DEFINE), Map.entry("return", "write f(x) = x^2"),
            Map.entry("for", LOOP), Map.entry("while", LOOP), Map.entry("if", "write where(x > 0, a, b)"),
            Map.entry("else", "write where(x > 0, a, b)"), Map.entry("import", ONLY), Map.entry("print", SHOWN),
            Map.entry("at", AT), Map.entry("where", AT), Map.entry("when", AT), Map.entry("given", AT), Map.entry("with", AT),
            Map.entry("evaluate", "write the expression alone, and values on lines of their own: x = 2"),
            Map.entry("derivative", OF), Map.entry("gradient", OF), Map.entry("differentiate", OF), Map.entry("of", OF),
            Map.entry("title", NOTE), Map.entry("note", NOTE), Map.entry("text", NOTE),
            Map.entry("let", PLAIN), Map.entry("set", PLAIN), Map.entry("is", "write x = 3 to give a value, x == 3 to claim one"));

    private static final String INFINITE = "there is no infinity; a large number, such as 1e300, may do";
    private static final String UNDEFINED = "there is no value for what is undefined";

    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("True", "write 1"), Map.entry("False", "write 0"), Map.entry("true", "write 1"),
            Map.entry("false", "write 0"), Map.entry("None", "a name without a value is declared, as in x in R"),
            Map.entry("inf", INFINITE), Map.entry("Inf", INFINITE), Map.entry("infinity", INFINITE), Map.entry("Infinity", INFINITE),
            Map.entry("nan", UNDEFINED), Map.entry("NaN", UNDEFINED),
            Map.entry("T", "the transpose of A is A.T; another value needs another name, for example T1"));

    private Habits() { }

    /** What to write instead of a name, or null. */
    public static String name(String name) {
        int dot = name.lastIndexOf('.');
        String last = name.substring(dot + 1);
        String before = dot < 0 ? null : name.substring(0, dot);
        return before == null ? NAMES.get(name) : switch (last) {
            case "grad" -> "write d" + before + ", the gradient of the output by " + before;
            case "shape" -> "write rows(" + before + ") or cols(" + before + ')';
            case "pi", "e" -> "write " + last;
            case "inf", "Inf", "nan", "NaN" -> NAMES.get(last);
            case "size" -> "write rows(" + before + ")*cols(" + before + ')';
            case "newaxis" -> "nothing is written for it: a side of size 1 stretches by itself";
            case "float32", "float64", "double" -> "every number is a double: leave it out";
            default -> null;
        };
    }

    /** What to write instead of what stands behind a dot, after a value that has no name. */
    static String member(String name) {
        return switch (name) {
            case ".shape" -> "write rows(…) or cols(…)";
            case ".t", ".H" -> "write .T";
            default -> "only .T follows a value";
        };
    }

    /** {@code x and y}, {@code let x = 3}: such a word beside a value. */
    static Diagnostic word(Place place) {
        if (!Words.endsValue(place.type(-1)) || !Words.beginsValue(place.type(0))) {
            return null;
        }
        for (int offset = -1; offset <= 0; offset++) {
            String word = place.type(offset) == NAME ? place.word(offset).getText() : "";
            if (WORDS.containsKey(word) && !place.names().isNode(word)) {
                return place.error(offset, offset, '"' + word + "\" is not part of the language", WORDS.get(word));
            }
        }
        return null;
    }
}
