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
import java.util.stream.Collectors;
import nabla.formula.Notation.Result;
import nabla.formula.Notation.Style;

/** Calls of functions as books write them: roots, norms, cases, sums; the others by a name in upright letters. */
final class LatexCalls {

    private final Formula.Reader<LatexPiece> formulas;

    /** Calls whose arguments are written by {@code formulas}. */
    LatexCalls(Formula.Reader<LatexPiece> formulas) {
        this.formulas = formulas;
    }

    private LatexPiece written(Formula formula) {
        return formula.read(formulas);
    }

    /** Whether a power of it is written {@code sin²(x)}. */
    static boolean takesExponent(Formula.Call call) {
        return call.notation().style() == Style.POWERED && call.arguments().size() == 1;
    }

    /** The call; an exponent stands between the name and the arguments. */
    LatexPiece piece(Formula.Call call, String exponent) {
        List<LatexPiece> arguments = new ArrayList<>();
        String axis = "";
        for (Formula argument : call.arguments()) {
            if (argument instanceof Formula.NamedArgument named && named.name().equals("axis")) {
                axis = written(named.value()).text();
            } else if (argument instanceof Formula.NamedArgument named) {
                arguments.add(argument(named));
            } else {
                arguments.add(written(argument));
            }
        }
        boolean tall = arguments.stream().anyMatch(LatexPiece::tall);
        boolean matrix = call.notation().result() == Result.MATRIX
                || arguments.stream().anyMatch(LatexPiece::matrix) && (!axis.isEmpty() || !isScalar(call, arguments));
        LatexPiece special = exponent.isEmpty() ? special(call, arguments, axis, tall, matrix) : null;
        if (special != null) {
            return special;
        }
        String name = name(call);
        String under = axis.isEmpty() ? "" : "_{\\text{axis }" + axis + "}";
        String list = arguments.stream().map(LatexPiece::text).collect(Collectors.joining(", "));
        return new LatexPiece(name + under + exponent + (tall ? "\\left(" + list + "\\right)" : "(" + list + ")"),
                exponent.isEmpty() ? PRIMARY : POWER, tall, matrix);
    }

    private static String name(Formula.Call call) {
        String name = call.notation().name();
        return name != null ? name : "\\operatorname{" + LatexNames.text(call.function()) + "}";
    }

    private static boolean isScalar(Formula.Call call, List<LatexPiece> arguments) {
        Result result = call.notation().result();
        return result == Result.NUMBER || result == Result.NUMBER_OF_ONE && arguments.size() == 1;
    }

    private LatexPiece argument(Formula.NamedArgument named) {
        LatexPiece value = written(named.value());
        return value.as("\\mathrm{" + LatexNames.text(named.name()) + "} = " + value.text(), CASES);
    }

    /** What has a notation of its own; otherwise null. */
    private LatexPiece special(Formula.Call call, List<LatexPiece> all, String axis, boolean tall, boolean matrix) {
        LatexPiece first = all.isEmpty() ? null : all.get(0);
        return switch (call.notation().style()) {
            case EXPONENTIAL -> exponential(exponent(call.arguments().get(0)), matrix);
            case EXPONENTIAL_LESS_ONE -> tall || matrix ? null : first.as("e^{" + first.text() + "} - 1", SUM);
            case LOGARITHM_OF_ONE_MORE -> new LatexPiece("\\log" + argument("1 + " + first.from(HADAMARD), tall), PRIMARY, tall, matrix);
            case ROOT -> first.as("\\sqrt{" + first.text() + "}", PRIMARY);
            case BARS -> first.as("\\left|" + first.text() + "\\right|", PRIMARY);
            case NORM -> new LatexPiece(norm(first.text()) + below(all, axis), PRIMARY, tall, !axis.isEmpty());
            case SQUARED_NORM -> new LatexPiece(norm(difference(all)) + "^{2}", POWER, tall, false);
            case ANGLES -> new LatexPiece("\\left\\langle " + first.text() + ", " + all.get(1).text() + "\\right\\rangle", PRIMARY, tall, false);
            case TENSOR_PRODUCT -> new LatexPiece(first.from(PRIMARY) + " \\otimes " + all.get(1).from(PRIMARY), HADAMARD, tall, true);
            case INVERSE -> first.as(first.from(PRIMARY) + "^{-1}", POWER);
            case SOLUTION -> new LatexPiece(first.from(PRIMARY) + "^{-1} " + all.get(1).from(POWER), CHAIN, tall, true);
            case SIZED -> sized(call.notation(), all);
            case CASES -> cases(all, matrix);
            case SUM -> sum(first, axis, tall);
            case LARGE -> axis.isEmpty() ? new LatexPiece(call.notation().name() + " " + first.from(PRIMARY), PRODUCT, tall, false) : null;
            default -> null;
        };
    }

    /** A quotient is written with a slash: fractions are too high up there. */
    LatexPiece exponent(Formula exponent) {
        if (exponent instanceof Formula.Infix infix && infix.operator().equals("/")) {
            LatexPiece left = written(infix.left());
            LatexPiece right = written(infix.right());
            return left.tall() || right.tall() ? written(exponent)
                    : new LatexPiece(left.from(NEGATIVE) + "/" + right.from(POWER), PRODUCT, false, left.matrix() || right.matrix());
        }
        if (exponent instanceof Formula.Negation negative && negative.operand() instanceof Formula.Infix infix && infix.operator().equals("/")) {
            LatexPiece quotient = exponent(infix);
            return quotient.as("-" + quotient.text(), NEGATIVE);
        }
        return written(exponent);
    }

    private static LatexPiece exponential(LatexPiece raised, boolean matrix) {
        return matrix || raised.tall() ? null : new LatexPiece("e^{" + raised.text() + "}", POWER, false, false);
    }

    /** The order of a norm and the axis along which it is taken. */
    private static String below(List<LatexPiece> all, String axis) {
        String order = all.size() > 1 ? all.get(1).text() : "";
        String along = axis.isEmpty() ? "" : "\\text{axis }" + axis;
        String both = order + (order.isEmpty() || along.isEmpty() ? "" : ",\\ ") + along;
        return both.isEmpty() ? "" : "_{" + both + "}";
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

    private static LatexPiece sized(Notation notation, List<LatexPiece> sizes) {
        String all = sizes.stream().map(LatexPiece::text).collect(Collectors.joining(" \\times "));
        return new LatexPiece(notation.name() + "_{" + all + "}", PRIMARY, false, notation.result() == Result.MATRIX);
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
