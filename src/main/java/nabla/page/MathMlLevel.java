package nabla.page;

import nabla.formula.Formula;
import nabla.formula.Notation.Style;

/** How tightly a formula in MathML holds together: what is weaker than its place allows stands in brackets. */
final class MathMlLevel implements Formula.Reader<Integer> {

    static final int COMPARISON = 0;
    static final int SUM = 1;
    static final int PRODUCT = 2;
    static final int SIGN = 3;
    static final int POWER = 4;
    static final int PRIMARY = 5;

    private static final MathMlLevel READER = new MathMlLevel();

    private MathMlLevel() { }

    /** That of a formula. */
    static int of(Formula formula) {
        return formula.read(READER);
    }

    @Override
    public Integer number(Formula.Number formula) {
        return formula.value() < 0 ? SIGN : PRIMARY;
    }

    @Override
    public Integer name(Formula.Name formula) {
        return PRIMARY;
    }

    @Override
    public Integer call(Formula.Call formula) {
        return formula.notation().style() == Style.EXPONENTIAL ? POWER : PRIMARY;
    }

    @Override
    public Integer named(Formula.Named formula) {
        return PRIMARY;
    }

    @Override
    public Integer infix(Formula.Infix formula) {
        return switch (formula.operator()) {
            case "+", "-" -> SUM;
            case "*", "@" -> PRODUCT;
            case "/" -> POWER;
            default -> COMPARISON;
        };
    }

    @Override
    public Integer negative(Formula.Negative formula) {
        return SIGN;
    }

    @Override
    public Integer power(Formula.Power formula) {
        return POWER;
    }

    @Override
    public Integer transposed(Formula.Transposed formula) {
        return POWER;
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
    public Integer quoted(Formula.Quoted formula) {
        return PRIMARY;
    }

    @Override
    public Integer where(Formula.Where formula) {
        return COMPARISON;
    }

    @Override
    public Integer derivative(Formula.Derivative formula) {
        return POWER;
    }
}
