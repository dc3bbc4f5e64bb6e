package nabla.formula;

import static nabla.formula.LatexPiece.CHAIN;
import static nabla.formula.LatexPiece.COMPARISON;
import static nabla.formula.LatexPiece.HADAMARD;
import static nabla.formula.LatexPiece.NEGATIVE;
import static nabla.formula.LatexPiece.POWER;
import static nabla.formula.LatexPiece.PRIMARY;
import static nabla.formula.LatexPiece.PRODUCT;
import static nabla.formula.LatexPiece.SUM;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes a formula in LaTeX's mathematics, with the commands of amsmath and no others, so that it also stands in Markdown. It is to
 * be read, not to be read back: quotients are fractions, products stand side by side ({@code ⊙} between matrices, entry by entry), a
 * condition as a factor is in Iverson's brackets. Recursive: formulas are at most a few hundred levels deep.
 */
public final class LatexFormula implements Formula.Reader<LatexPiece> {

    private final Predicate<String> matrices;
    private final LatexCalls calls = new LatexCalls(this);

    private LatexFormula(Predicate<String> matrices) {
        this.matrices = matrices;
    }

    /** A formula over numbers. */
    public static String latex(Formula formula) {
        return latex(formula, name -> false);
    }

    /** A formula; {@code matrices} says which names are no single numbers. */
    public static String latex(Formula formula, Predicate<String> matrices) {
        return new LatexFormula(matrices).piece(formula).text();
    }

    /** A number: {@code 1e-7} as a power of ten. */
    public static String latex(double value) {
        String text = NumberText.of(value);
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "\\mathrm{NaN}" : value < 0 ? "-\\infty" : "\\infty";
        }
        int exponent = text.indexOf('e');
        String mantissa = exponent < 0 ? text : text.substring(0, exponent);
        return exponent < 0 ? text : (mantissa.equals("1") ? "" : mantissa.equals("-1") ? "-" : mantissa + " \\cdot ")
                + "10^{" + text.substring(exponent + 1) + "}";
    }

    /** A derivative over all paths, with an upright d, where partial ones stand beside it. */
    public static String total(Formula.Derivative derivative) {
        return "\\frac{\\mathrm{d} " + LatexNames.name(derivative.of()) + "}{\\mathrm{d} " + LatexNames.name(derivative.by()) + "}";
    }

    /** A formula as a factor of a product: in brackets where it is a sum or has a sign. */
    public static String factor(Formula formula, Predicate<String> matrices) {
        return new LatexFormula(matrices).piece(formula).from(LatexPiece.HADAMARD);
    }

    private LatexPiece piece(Formula formula) {
        return formula.read(this);
    }

    @Override
    public LatexPiece number(Formula.Number formula) {
        return number(formula.value());
    }

    @Override
    public LatexPiece name(Formula.Name formula) {
        return new LatexPiece(LatexNames.name(formula.name()), PRIMARY, false, matrices.test(formula.name()));
    }

    @Override
    public LatexPiece call(Formula.Call formula) {
        return calls.piece(formula, "");
    }

    @Override
    public LatexPiece negation(Formula.Negation formula) {
        LatexPiece operand = piece(formula.operand());
        return operand.as("-" + operand.from(HADAMARD), NEGATIVE);
    }

    @Override
    public LatexPiece transpose(Formula.Transpose formula) {
        return transposed(formula.operand());
    }

    @Override
    public LatexPiece tuple(Formula.Tuple formula) {
        String items = formula.items().stream().map(item -> piece(item).text()).collect(Collectors.joining(", "));
        return new LatexPiece(formula.square() ? "[" + items + "]" : "(" + items + ")", PRIMARY, false, formula.square());
    }

    @Override
    public LatexPiece quotation(Formula.Quotation formula) {
        return new LatexPiece("\\text{" + formula.text() + "}", PRIMARY, false, false);
    }

    @Override
    public LatexPiece argument(Formula.NamedArgument formula) {
        throw new IllegalArgumentException(formula + " stands only inside a call");
    }

    @Override
    public LatexPiece range(Formula.Range formula) {
        throw new IllegalArgumentException(formula + " stands only inside an index");
    }

    private static LatexPiece number(double value) {
        boolean negative = value < 0 || value == 0 && 1 / value < 0;
        String text = latex(value);
        return new LatexPiece(text, negative ? NEGATIVE : text.contains("10^") ? PRODUCT : PRIMARY, false, false);
    }

    @Override
    public LatexPiece derivative(Formula.Derivative derivative) {
        String text = "\\frac{\\partial " + LatexNames.name(derivative.of()) + "}{\\partial " + LatexNames.name(derivative.by()) + "}";
        return new LatexPiece(text, POWER, true, matrices.test(derivative.by()) || matrices.test(derivative.of()));
    }

    @Override
    public LatexPiece infix(Formula.Infix infix) {
        LatexPiece left = piece(infix.left());
        LatexPiece right = piece(infix.right());
        boolean tall = left.tall() || right.tall();
        boolean matrix = left.matrix() || right.matrix();
        return switch (infix.operator()) {
            case "/" -> fraction(left, right, matrix);
            case "+", "-" -> new LatexPiece(left.from(SUM) + " " + infix.operator() + " " + right.from(HADAMARD), SUM, tall, matrix);
            case "*" -> left.matrix() && right.matrix() ? hadamard(left, right, tall) : product(left, right, CHAIN, tall, matrix);
            case "@" -> product(left, right, isScaled(infix.right()) ? POWER : CHAIN, tall, matrix);
            default -> new LatexPiece(left.from(SUM) + " " + comparison(infix.operator()) + " " + right.from(SUM), COMPARISON, tall, matrix);
        };
    }

    private static String comparison(String operator) {
        return operator.equals("<=") ? "\\le" : operator.equals(">=") ? "\\ge" : operator;
    }

    /** {@code A (2 B)} keeps its brackets, {@code A B C} needs none. */
    private static boolean isScaled(Formula right) {
        return right instanceof Formula.Infix product && product.operator().equals("*");
    }

    /** A sign in front comes out of the fraction. */
    private static LatexPiece fraction(LatexPiece left, LatexPiece right, boolean matrix) {
        boolean negative = left.level() == NEGATIVE && left.text().startsWith("-");
        String text = "\\frac{" + (negative ? left.text().substring(1) : left.text()) + "}{" + right.text() + "}";
        return new LatexPiece((negative ? "-" : "") + text, negative ? NEGATIVE : POWER, true, matrix);
    }

    private static LatexPiece hadamard(LatexPiece left, LatexPiece right, boolean tall) {
        boolean negative = left.level() == NEGATIVE;
        String first = negative ? left.text() : left.level() == CHAIN ? left.bracketed() : left.from(HADAMARD);
        return new LatexPiece(first + " \\odot " + right.from(POWER), negative ? NEGATIVE : HADAMARD, tall, true);
    }

    private static LatexPiece product(LatexPiece left, LatexPiece right, int least, boolean tall, boolean matrix) {
        boolean negative = left.level() == NEGATIVE;
        boolean chain = left.level() == CHAIN || right.level() == CHAIN || left.matrix() && right.matrix();
        String text = LatexPiece.beside(negative ? left.text() : left.from(CHAIN), right.from(least));
        return new LatexPiece(text, negative ? NEGATIVE : chain ? CHAIN : PRODUCT, tall, matrix);
    }

    @Override
    public LatexPiece power(Formula.Power power) {
        String exponent = calls.exponent(power.exponent()).text();
        boolean whole = power.exponent() instanceof Formula.Number number && number.value() > 1 && number.value() == Math.rint(number.value());
        if (whole && power.base() instanceof Formula.Call call && LatexCalls.takesExponent(call)) {
            return calls.piece(call, "^{" + exponent + "}");
        }
        LatexPiece base = piece(power.base());
        return base.as(base.from(PRIMARY) + "^{" + (base.matrix() ? "\\circ " : "") + exponent + "}", POWER);
    }

    private LatexPiece transposed(Formula operand) {
        LatexPiece piece = piece(operand);
        if (operand instanceof Formula.Call call && call.notation().style() == Notation.Style.INVERSE) {
            return piece.as(piece.text().replaceFirst("-1}$", "-\\\\top}"), POWER);
        }
        return piece.as(piece.from(PRIMARY) + "^{\\top}", POWER);
    }

    @Override
    public LatexPiece where(Formula.Where where) {
        String definitions = where.definitions().stream()
                .map(definition -> LatexNames.name(definition.name()) + " = " + piece(definition.value()).text())
                .collect(Collectors.joining(",\\; "));
        return piece(where.body()).as(piece(where.body()).text() + " \\quad\\text{where } " + definitions, COMPARISON);
    }

    @Override
    public LatexPiece index(Formula.Index index) {
        LatexPiece operand = piece(index.operand());
        String base = index.operand() instanceof Formula.Name && operand.text().indexOf('_') < 0 ? operand.text() : operand.bracketed();
        boolean range = index.subscripts().stream().anyMatch(Formula.Range.class::isInstance);
        String subscripts = index.subscripts().stream().map(this::subscript).collect(Collectors.joining(", "));
        return new LatexPiece(base + "_{" + subscripts + "}", PRIMARY, operand.tall(), range);
    }

    private String subscript(Formula subscript) {
        if (subscript instanceof Formula.Range range) {
            return end(range.from()) + ":" + end(range.to()) + (range.step() == null ? "" : ":" + end(range.step()));
        }
        return piece(subscript).text();
    }

    private String end(Formula end) {
        return end == null ? "" : piece(end).text();
    }

    @Override
    public LatexPiece blocks(Formula.Blocks blocks) {
        String rows = blocks.rows().stream().map(this::row).collect(Collectors.joining(" \\\\ "));
        return new LatexPiece("\\begin{bmatrix} " + rows + " \\end{bmatrix}", PRIMARY, true, true);
    }

    private String row(List<Formula> row) {
        return row.stream().map(entry -> piece(entry).text()).collect(Collectors.joining(" & "));
    }
}
