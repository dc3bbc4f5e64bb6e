package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.Map;
import nabla.source.Diagnostic;

/** Words of programming languages, typed out of habit. A name that a text defines is none of them. */
public final class Habits {

    private static final String AND = "write (a > 0)*(b > 0): comparisons are 1 or 0";
    private static final String OR = "write max(a > 0, b > 0): comparisons are 1 or 0";
    private static final String NOT = "write 1 - (a > 0): comparisons are 1 or 0";
    private static final String DEFINE = "write f = x^2: a definition has no arguments";
    private static final String LOOP = "there are no loops: operations take whole matrices, and sum(A) adds up";
    private static final String ONLY = "there is nothing to import: functions are there, as in sin(x)";
    private static final String SHOWN = "nothing has to be printed: a report, and a session, show values by themselves";
    private static final String PLAIN = "write x = 3, without a word before it";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("and", AND), Map.entry("or", OR), Map.entry("not", NOT),
            Map.entry("def", DEFINE), Map.entry("lambda", DEFINE), Map.entry("function", DEFINE), Map.entry("return", "write f = x^2"),
            Map.entry("for", LOOP), Map.entry("while", LOOP), Map.entry("if", "write where(x > 0, a, b)"),
            Map.entry("else", "write where(x > 0, a, b)"), Map.entry("import", ONLY), Map.entry("print", SHOWN),
            Map.entry("let", PLAIN), Map.entry("set", PLAIN), Map.entry("is", "write x = 3 to give a value, x == 3 to claim one"));

    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("print", SHOWN), Map.entry("pow", "write a^b"), Map.entry("power", "write a^b"), Map.entry("square", "write a^2"),
            Map.entry("matmul", "write A @ B"), Map.entry("mm", "write A @ B"), Map.entry("multiply", "write A*B"),
            Map.entry("transpose", "write A.T"), Map.entry("len", "write rows(A) or cols(A)"), Map.entry("range", LOOP),
            Map.entry("array", "write [1, 2; 3, 4]"), Map.entry("matrix", "write [1, 2; 3, 4]"), Map.entry("tensor", "write [1, 2; 3, 4]"),
            Map.entry("diff", "write dz/dx, or grad(z, x)"), Map.entry("derivative", "write dz/dx, or grad(z, x)"),
            Map.entry("gradient", "write dz/dx, or grad(z, x)"), Map.entry("backward", "write dz/dx, or grad(z, x)"),
            Map.entry("average", "write mean(A)"), Map.entry("if", "write where(x > 0, a, b)"));

    private static final Map<String, String> NAMES = Map.of("True", "write 1", "False", "write 0", "None", "a name without a value is declared, as in x in R",
            "T", "the transpose of A is A.T; another value needs another name, for example T1");

    private Habits() { }

    /** What to write instead of a call, or null. */
    public static String call(String function) {
        return CALLS.get(function);
    }

    /** What to write instead of a name, or null. */
    public static String name(String name) {
        int dot = name.lastIndexOf('.');
        String last = name.substring(dot + 1);
        String before = dot < 0 ? null : name.substring(0, dot);
        return before == null ? NAMES.get(name) : switch (last) {
            case "grad" -> "write d" + before + ", the gradient of the output by " + before;
            case "shape" -> "write rows(" + before + ") or cols(" + before + ')';
            case "pi", "e" -> "write " + last;
            default -> null;
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
