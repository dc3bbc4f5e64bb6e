package nabla.page;

import nabla.formula.Formula;
import nabla.formula.Notation.Style;
import nabla.formula.TextLevel;

/** How tightly a formula in MathML holds together: what stands as a fraction or as an exponent needs no brackets that text needs. */
final class MathMlLevel extends TextLevel {

    private static final MathMlLevel READER = new MathMlLevel();

    private MathMlLevel() { }

    /** That of a formula. */
    static int level(Formula formula) {
        return formula.read(READER);
    }

    @Override
    public Integer call(Formula.Call formula) {
        return formula.notation().style() == Style.EXPONENTIAL ? POWER : super.call(formula);
    }

    @Override
    public Integer infix(Formula.Infix formula) {
        return formula.operator().equals("/") ? POWER : super.infix(formula);
    }

    @Override
    public Integer transpose(Formula.Transpose formula) {
        return POWER;
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
