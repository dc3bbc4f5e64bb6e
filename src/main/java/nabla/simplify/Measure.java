package nabla.simplify;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.formula.Formula;
import nabla.formula.NumberText;
import nabla.limit.Stop;

/**
 * How long a formula is: names, numbers, operators, signs, transposes and function names count one each, brackets and commas
 * nothing, and a number of many digits more than one. What was measured is remembered, so shared parts are walked once.
 */
final class Measure {

    /** Nothing is longer. */
    static final int LONGEST = 1_000_000_000;
    private static final int DIGITS = 4;
    /** So many parts most formulas have. */
    private static final int SMALL = 8;

    private final Map<Formula, Integer> known = new IdentityHashMap<>(SMALL);

    int of(Formula formula) {
        Stop.ifAsked();
        Integer length = known.get(formula);
        if (length == null) {
            length = (int) Math.min(LONGEST, measured(formula));
            known.put(formula, length);
        }
        return length;
    }

    /** What makes one of two equally long formulas harder to read: fractions inside of others, (1 - a/b)/b, and a sign before a bracket. */
    static int awkwardness(Formula formula) {
        return awkwardness(formula, false, new IdentityHashMap<>());
    }

    private static int awkwardness(Formula formula, boolean inside, Map<Formula, Boolean> seen) {
        if (formula instanceof Formula.Negative negative) {
            return (isSum(negative.operand()) ? 1 : 0) + awkwardness(negative.operand(), inside, seen);
        }
        if (!(formula instanceof Formula.Infix infix) || seen.put(formula, true) != null) {
            return 0;
        }
        boolean fraction = infix.operator().equals("/");
        return (fraction && inside ? 1 : 0) + awkwardness(infix.left(), inside || fraction, seen)
                + awkwardness(infix.right(), inside || fraction, seen);
    }

    private static boolean isSum(Formula formula) {
        return formula instanceof Formula.Infix infix && (infix.operator().equals("+") || infix.operator().equals("-"));
    }

    private long measured(Formula formula) {
        if (formula instanceof Formula.Number number) {
            return 1 + (Math.max(1, NumberText.of(Math.abs(number.value())).length()) - 1) / DIGITS + (number.value() < 0 ? 1 : 0);
        }
        if (formula instanceof Formula.Infix infix) {
            return 1L + of(infix.left()) + of(infix.right());
        }
        if (formula instanceof Formula.Negative negative) {
            return 1L + of(negative.operand());
        }
        if (formula instanceof Formula.Power power) {
            return 1L + of(power.base()) + of(power.exponent());
        }
        if (formula instanceof Formula.Transposed transposed) {
            return 1L + of(transposed.operand());
        }
        if (formula instanceof Formula.Call call) {
            return 1 + all(call.arguments());
        }
        if (formula instanceof Formula.Named named) {
            return of(named.value());
        }
        if (formula instanceof Formula.Index index) {
            return of(index.operand()) + all(index.subscripts());
        }
        if (formula instanceof Formula.Blocks blocks) {
            return 1 + blocks.rows().stream().mapToLong(this::all).sum();
        }
        if (formula instanceof Formula.Where where) {
            return of(where.body()) + where.definitions().stream().mapToLong(definition -> 2L + of(definition.value())).sum();
        }
        return 1;
    }

    private long all(List<Formula> formulas) {
        return formulas.stream().mapToLong(this::of).sum();
    }
}
