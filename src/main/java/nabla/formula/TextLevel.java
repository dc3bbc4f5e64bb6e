package nabla.formula;

/**
 * How tightly a formula holds together as text: what is weaker than its place allows stands in brackets. Where another way of writing holds some
 * forms together otherwise, it says so of these.
 */
public class TextLevel implements Formula.Reader<Integer> {

    public static final int COMPARISON = 0;
    public static final int SUM = 1;
    public static final int PRODUCT = 2;
    public static final int SIGN = 3;
    public static final int POWER = 4;
    public static final int PRIMARY = 5;

    private static final TextLevel READER = new TextLevel();

    protected TextLevel() { }

    /** That of a formula. */
    static int of(Formula formula) {
        return formula.read(READER);
    }

    static boolean isNegative(double value) {
        return value < 0 || value == 0 && 1 / value < 0;
    }

    @Override
    public Integer number(Formula.Number formula) {
        return isNegative(formula.value()) ? SIGN : PRIMARY;
    }

    @Override
    public Integer name(Formula.Name formula) {
        return PRIMARY;
    }

    @Override
    public Integer call(Formula.Call formula) {
        return PRIMARY;
    }

    @Override
    public Integer argument(Formula.NamedArgument formula) {
        return PRIMARY;
    }

    @Override
    public Integer infix(Formula.Infix formula) {
        return switch (formula.operator()) {
            case "+", "-" -> SUM;
            case "*", "/", "@" -> PRODUCT;
            default -> COMPARISON;
        };
    }

    @Override
    public Integer negation(Formula.Negation formula) {
        return SIGN;
    }

    @Override
    public Integer power(Formula.Power formula) {
        return POWER;
    }

    @Override
    public Integer transpose(Formula.Transpose formula) {
        return PRIMARY;
    }

    @Override
    public Integer index(Formula.Index formula) {
        return PRIMARY;
    }

    @Override
    public Integer range(Formula.Range formula) {
        return PRIMARY;
    }

    @Override
    public Integer blocks(Formula.Blocks formula) {
        return PRIMARY;
    }

    @Override
    public Integer tuple(Formula.Tuple formula) {
        return PRIMARY;
    }

    @Override
    public Integer quotation(Formula.Quotation formula) {
        return PRIMARY;
    }

    @Override
    public Integer where(Formula.Where formula) {
        return PRIMARY;
    }

    @Override
    public Integer derivative(Formula.Derivative formula) {
        return PRIMARY;
    }
}
