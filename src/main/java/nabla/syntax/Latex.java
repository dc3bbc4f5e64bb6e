package nabla.syntax;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formulas of LaTeX, and what to write here. */
final class Latex {

    private static final String ALONE = "write what is in it alone";
    private static final String PRODUCT = "write *, which is entry by entry; A @ B is the product of matrices";
    private static final Map<String, String> COMMANDS = Map.ofEntries(Map.entry("frac", "write a/b"), Map.entry("dfrac", "write a/b"),
            Map.entry("tfrac", "write a/b"), Map.entry("sqrt", "write sqrt(x)"), Map.entry("cdot", PRODUCT), Map.entry("times", PRODUCT),
            Map.entry("odot", PRODUCT), Map.entry("circ", PRODUCT), Map.entry("partial", "write dz/dx"), Map.entry("nabla", "write grad(z, x)"),
            Map.entry("sum", "write sum(…)"), Map.entry("sigma", "write sigmoid(x)"), Map.entry("top", "write .T"), Map.entry("intercal", "write .T"),
            Map.entry("left", "write the bracket alone"), Map.entry("right", "write the bracket alone"), Map.entry("mathbf", ALONE),
            Map.entry("mathrm", ALONE), Map.entry("boldsymbol", ALONE), Map.entry("operatorname", ALONE), Map.entry("hat", "write y_hat"),
            Map.entry("bar", "write x_bar"), Map.entry("infty", "there is no infinity"), Map.entry("int", "there are no integrals, only derivatives"),
            Map.entry("leq", "write <="), Map.entry("geq", "write >="), Map.entry("le", "write <="), Map.entry("ge", "write >="),
            Map.entry("text", "what is not to be read stands behind #"), Map.entry("ln", "write log(x)"), Map.entry("Vert", "write norm(x)"),
            Map.entry("lVert", "write norm(x)"));
    private static final Set<String> FUNCTIONS = Set.of("log", "exp", "sin", "cos", "tan", "tanh", "sinh", "cosh");
    private static final Set<String> GREEK = Set.of("alpha", "beta", "gamma", "delta", "epsilon", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi",
            "pi", "rho", "tau", "phi", "chi", "psi", "omega", "Delta", "Sigma", "Theta", "Lambda", "Phi", "Psi", "Omega", "ell");

    private static final Pattern ONE = Pattern.compile("\\{([^{}\\\\\n]{1,30})\\}");
    private static final Pattern TWO = Pattern.compile(ONE + "" + ONE);

    private Latex() { }

    /** What to write instead of a command that stands before {@code rest}. */
    static String instead(String command, String rest) {
        String name = command.substring(1);
        Matcher two = TWO.matcher(rest);
        Matcher one = ONE.matcher(rest);
        if (name.isEmpty()) {
            return "write solve(A, b)";
        } else if (name.endsWith("frac") && two.lookingAt()) {
            return "write " + enclosed(two.group(1)) + '/' + enclosed(two.group(2));
        } else if (name.equals("sqrt") && one.lookingAt()) {
            return "write sqrt(" + one.group(1) + ')';
        } else if (ALONE.equals(COMMANDS.get(name)) && one.lookingAt()) {
            return "write " + one.group(1);
        }
        return COMMANDS.containsKey(name) ? COMMANDS.get(name) : FUNCTIONS.contains(name) ? "write " + name + "(x)"
                : GREEK.contains(name) ? "write " + name : "write the formula without \\, for example pi, sqrt(x), a/b";
    }

    /** What to write instead of braces: {@code x^{2}}, {@code x_{1}}, {@code {1, 2}}. */
    static String braces(String text, int at) {
        Matcher one = ONE.matcher(text).region(at, Math.min(text.length(), at + 40));
        String inside = one.lookingAt() ? one.group(1).strip() : "…";
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        int name = Math.max(0, at - 1);
        while (name > 0 && Character.isLetterOrDigit(text.charAt(name - 1))) {
            name--;
        }
        return before == '^' ? "write ^(" + inside + ')'
                : before == '_' && inside.matches("\\w+") ? "write " + text.substring(name, at - 1) + inside : "write a matrix with [ ]";
    }

    private static String enclosed(String text) {
        return text.matches("\\w+") ? text : '(' + text + ')';
    }
}
