package nabla.page;

import java.util.function.Predicate;
import nabla.formula.Formula;
import nabla.formula.FormulaParts;

/**
 * How high a formula is, and whether what it stands for is no single number.
 *
 * @param matrices which names are no single numbers
 */
record MathMlSetting(Predicate<String> matrices) implements Formula.Reader<Boolean> {

    static boolean isTall(Formula formula) {
        boolean tall = formula instanceof Formula.Infix infix && infix.operator().equals("/") || formula instanceof Formula.Blocks
                || formula instanceof Formula.Derivative;
        return tall || FormulaParts.of(formula).stream().anyMatch(MathMlSetting::isTall);
    }

    boolean isMatrix(Formula formula) {
        return formula.read(this);
    }

    @Override
    public Boolean number(Formula.Number formula) {
        return false;
    }

    @Override
    public Boolean name(Formula.Name formula) {
        return matrices.test(formula.name());
    }

    @Override
    public Boolean call(Formula.Call formula) {
        return false;
    }

    @Override
    public Boolean argument(Formula.NamedArgument formula) {
        return false;
    }

    @Override
    public Boolean infix(Formula.Infix formula) {
        return isMatrix(formula.left()) || isMatrix(formula.right());
    }

    @Override
    public Boolean negation(Formula.Negation formula) {
        return isMatrix(formula.operand());
    }

    @Override
    public Boolean power(Formula.Power formula) {
        return isMatrix(formula.base());
    }

    @Override
    public Boolean transpose(Formula.Transpose formula) {
        return true;
    }

    @Override
    public Boolean index(Formula.Index formula) {
        return false;
    }

    @Override
    public Boolean range(Formula.Range formula) {
        return false;
    }

    @Override
    public Boolean blocks(Formula.Blocks formula) {
        return true;
    }

    @Override
    public Boolean tuple(Formula.Tuple formula) {
        return false;
    }

    @Override
    public Boolean quotation(Formula.Quotation formula) {
        return false;
    }

    @Override
    public Boolean where(Formula.Where formula) {
        return false;
    }

    @Override
    public Boolean derivative(Formula.Derivative formula) {
        return matrices.test(formula.by()) || matrices.test(formula.of());
    }

    static boolean startsWithNumber(Formula formula) {
        return formula instanceof Formula.Infix infix && !infix.operator().equals("/") && (infix.left() instanceof Formula.Number || startsWithNumber(infix.left()))
                || formula instanceof Formula.Power power && power.base() instanceof Formula.Number;
    }
}
