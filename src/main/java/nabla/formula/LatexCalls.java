package nabla.formula;

import static nabla.formula.LatexPiece.CASES;
import static nabla.formula.LatexPiece.CHAIN;
import static nabla.formula.LatexPiece.HADAMARD;
import static nabla.formula.LatexPiece.NEGATIVE;
import static nabla.formula.LatexPiece.POWER;
import static nabla.formula.LatexPiece.PRIMARY;
import static nabla.formula.LatexPiece.PRODUCT;
import static nabla.formula.LatexPiece.SUM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls of functions as books write them: roots, norms, cases, sums; the others by a name in upright letters. */
final class LatexCalls {

    private static final Set<String> COMMANDS = Set.of("log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "max", "min", "det", "exp");
    private static final Map<String, String> SPELLED = Map.ofEntries(Map.entry("asin", "\\arcsin"), Map.entry("acos", "\\arccos"),
            Map.entry("atan", "\\arctan"), Map.entry("log2", "\\log_{2}"), Map.entry("log10", "\\log_{10}"), Map.entry("sigmoid", "\\sigma"),
            Map.entry("trace", "\\operatorname{tr}"), Map.entry("log_softmax", "\\log\\operatorname{softmax}"),
            Map.entry("relu", "\\operatorname{ReLU}"), Map.entry("leaky_relu", "\\operatorname{LeakyReLU}"),
            Map.entry("prelu", "\\operatorname{PReLU}"), Map.entry("rrelu", "\\operatorname{RReLU}"), Map.entry("elu", "\\operatorname{ELU}"),
            Map.entry("gelu", "\\operatorname{GELU}"), Map.entry("silu", "\\operatorname{SiLU}"), Map.entry("bce", "\\operatorname{BCE}"),
            Map.entry("mse", "\\operatorname{MSE}"), Map.entry("cross_entropy", "\\operatorname{CE}"));
    private static final Set<String> POWERED = Set.of("log", "sin", "cos", "tan", "sinh", "cosh", "tanh");
    private static final Set<String> SCALARS = Set.of("sum", "mean", "var", "std", "norm", "trace", "det", "logdet", "dot", "bce", "mse",
            "squared_error", "cross_entropy", "softmax_cross_entropy", "logsumexp", "rows", "cols");
    private static final Set<String> MATRICES = Set.of("diag", "outer", "reshape", "inv", "solve", "eye", "zeros", "ones", "onehot");

    private final LatexFormula formulas;

    LatexCalls(LatexFormula formulas) {
        this.formulas = formulas;
    }

    /** Whether a power of it is written {@code sin²(x)}. */
    static boolean takesExponent(Formula.Call call) {
        return POWERED.contains(call.function()) && call.arguments().size() == 1;
    }

    /** The call; an exponent stands between the name and the arguments. */
    LatexPiece piece(Formula.Call call, String exponent) {
        List<LatexPiece> arguments = new ArrayList<>();
        String axis = "";
        for (Formula argument : call.arguments()) {
            if (argument instanceof Formula.Named named && named.name().equals("axis")) {
                axis = formulas.piece(named.value()).text();
            } else if (argument instanceof Formula.Named named) {
                arguments.add(named(named));
            } else {
                arguments.add(formulas.piece(argument));
            }
        }
        boolean tall = arguments.stream().anyMatch(LatexPiece::tall);
        boolean matrix = MATRICES.contains(call.function())
                || arguments.stream().anyMatch(LatexPiece::matrix) && (!axis.isEmpty() || !isScalar(call, arguments));
        LatexPiece special = exponent.isEmpty() ? special(call, arguments, axis, tall, matrix) : null;
        if (special != null) {
            return special;
        }
        String name = COMMANDS.contains(call.function()) ? "\\" + call.function()
                : SPELLED.getOrDefault(call.function(), "\\operatorname{" + LatexNames.text(call.function()) + "}");
        String under = axis.isEmpty() ? "" : "_{\\text{axis }" + axis + "}";
        String list = arguments.stream().map(LatexPiece::text).collect(Collectors.joining(", "));
        return new LatexPiece(name + under + exponent + (tall ? "\\left(" + list + "\\right)" : "(" + list + ")"),
                exponent.isEmpty() ? PRIMARY : POWER, tall, matrix);
    }

    private static boolean isScalar(Formula.Call call, List<LatexPiece> arguments) {
        boolean winner = (call.function().equals("max") || call.function().equals("min")) && arguments.size() == 1;
        return winner || SCALARS.contains(call.function());
    }

    private LatexPiece named(Formula.Named named) {
        LatexPiece value = formulas.piece(named.value());
        return value.as("\\mathrm{" + LatexNames.text(named.name()) + "} = " + value.text(), CASES);
    }

    /** What has a notation of its own; otherwise null. */
    private LatexPiece special(Formula.Call call, List<LatexPiece> all, String axis, boolean tall, boolean matrix) {
        LatexPiece first = all.isEmpty() ? null : all.get(0);
        String raised = call.function().equals("exp") ? formulas.exponent(call.arguments().get(0)) : "";
        return switch (call.function()) {
            case "exp" -> matrix || raised.contains("\\frac") || raised.contains("\\begin") ? null
                    : new LatexPiece("e^{" + raised + "}", POWER, false, false);
            case "expm1" -> tall || matrix ? null : first.as("e^{" + first.text() + "} - 1", SUM);
            case "log1p" -> new LatexPiece("\\log" + argument("1 + " + first.from(HADAMARD), tall), PRIMARY, tall, matrix);
            case "sqrt" -> first.as("\\sqrt{" + first.text() + "}", PRIMARY);
            case "abs" -> first.as("\\left|" + first.text() + "\\right|", PRIMARY);
            case "norm" -> new LatexPiece(norm(first.text()), PRIMARY, tall, false);
            case "squared_error" -> new LatexPiece(norm(difference(all)) + "^{2}", POWER, tall, false);
            case "dot" -> new LatexPiece("\\left\\langle " + first.text() + ", " + all.get(1).text() + "\\right\\rangle", PRIMARY, tall, false);
            case "outer" -> new LatexPiece(first.from(PRIMARY) + " \\otimes " + all.get(1).from(PRIMARY), HADAMARD, tall, true);
            case "inv" -> first.as(first.from(PRIMARY) + "^{-1}", POWER);
            case "solve" -> new LatexPiece(first.from(PRIMARY) + "^{-1} " + all.get(1).from(POWER), CHAIN, tall, true);
            case "logdet" -> new LatexPiece("\\log\\det" + argument(first.text(), tall), PRIMARY, tall, false);
            case "eye" -> first.as("I_{" + first.text() + "}", PRIMARY);
            case "zeros" -> sized("\\mathbf{0}", all);
            case "ones" -> sized("\\mathbf{1}", all);
            case "where" -> cases(all, matrix);
            case "sum" -> sum(first, axis, tall);
            default -> null;
        };
    }

    private static String argument(String text, boolean tall) {
        return tall ? "\\left(" + text + "\\right)" : "(" + text + ")";
    }

    private static String norm(String text) {
        return "\\left\\lVert " + text + "\\right\\rVert";
    }

    private static String difference(List<LatexPiece> sides) {
        return sides.get(0).from(SUM) + " - " + sides.get(1).from(HADAMARD);
    }

    private static LatexPiece sized(String letter, List<LatexPiece> sizes) {
        String all = sizes.stream().map(LatexPiece::text).collect(Collectors.joining(" \\times "));
        return new LatexPiece(letter + "_{" + all + "}", PRIMARY, false, true);
    }

    private static LatexPiece cases(List<LatexPiece> all, boolean matrix) {
        return new LatexPiece("\\begin{cases} " + all.get(1).text() + " & \\text{if } " + all.get(0).text() + " \\\\ " + all.get(2).text()
                + " & \\text{otherwise} \\end{cases}", CASES, true, matrix);
    }

    /** Down the columns it is 1ᵀA, along the rows A1, as in the lecture. */
    private static LatexPiece sum(LatexPiece first, String axis, boolean tall) {
        String ones = "\\mathbf{1}";
        return switch (axis) {
            case "0" -> new LatexPiece(ones + "^{\\top} " + first.from(CHAIN), CHAIN, tall, true);
            case "1" -> new LatexPiece((first.level() == NEGATIVE ? first.bracketed() : first.from(CHAIN)) + " " + ones, CHAIN, tall, true);
            default -> new LatexPiece("\\sum " + first.from(PRIMARY), PRODUCT, tall, false);
        };
    }
}
