package nabla.page;

import java.util.function.Predicate;
import nabla.formula.Formula;
import nabla.formula.FormulaParts;
import nabla.formula.Notation.Style;

/**
 * How tightly a formula holds together, how high it is, and what it stands for.
 *
 * @param matrices which names are no single numbers
 */
record MathMlSetting(Predicate<String> matrices) {

    static final int COMPARISON = 0;
    static final int SUM = 1;
    static final int PRODUCT = 2;
    static final int SIGN = 3;
    static final int POWER = 4;
    static final int PRIMARY = 5;

    static int level(Formula formula) {
        if (formula instanceof Formula.Infix infix) {
            return switch (infix.operator()) {
                case "+", "-" -> SUM;
                case "*", "@" -> PRODUCT;
                case "/" -> POWER;
                default -> COMPARISON;
            };
        } else if (formula instanceof Formula.Negative || formula instanceof Formula.Number number && number.value() < 0) {
            return SIGN;
        } else if (formula instanceof Formula.Power || formula instanceof Formula.Transposed || formula instanceof Formula.Derivative) {
            return POWER;
        } else if (formula instanceof Formula.Call call && call.notation().style() == Style.EXPONENTIAL) {
            return POWER;
        }
        return formula instanceof Formula.Where ? COMPARISON : PRIMARY;
    }

    static boolean isTall(Formula formula) {
        boolean tall = formula instanceof Formula.Infix infix && infix.operator().equals("/") || formula instanceof Formula.Blocks
                || formula instanceof Formula.Derivative;
        return tall || FormulaParts.of(formula).stream().anyMatch(MathMlSetting::isTall);
    }

    boolean isMatrix(Formula formula) {
        if (formula instanceof Formula.Name name) {
            return matrices.test(name.name());
        } else if (formula instanceof Formula.Infix infix) {
            return isMatrix(infix.left()) || isMatrix(infix.right());
        } else if (formula instanceof Formula.Negative negative) {
            return isMatrix(negative.operand());
        } else if (formula instanceof Formula.Power power) {
            return isMatrix(power.base());
        }
        return formula instanceof Formula.Transposed || formula instanceof Formula.Blocks
                || formula instanceof Formula.Derivative derivative && (matrices.test(derivative.by()) || matrices.test(derivative.of()));
    }

    static boolean startsWithNumber(Formula formula) {
        return formula instanceof Formula.Infix infix && !infix.operator().equals("/") && (infix.left() instanceof Formula.Number || startsWithNumber(infix.left()))
                || formula instanceof Formula.Power power && power.base() instanceof Formula.Number;
    }
}
