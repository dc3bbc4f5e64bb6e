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
    private final Forms forms = new Forms();

    int of(Formula formula) {
        Stop.ifAsked();
        Integer length = known.get(formula);
        if (length == null) {
            length = (int) Math.min(LONGEST, formula.read(forms));
            known.put(formula, length);
        }
        return length;
    }

    /** What makes one of two equally long formulas harder to read: fractions inside of others, (1 - a/b)/b, and a sign before a bracket. */
    static int awkwardness(Formula formula) {
        return awkwardness(formula, false, new IdentityHashMap<>());
    }

    private static int awkwardness(Formula formula, boolean inside, Map<Formula, Boolean> seen) {
        if (formula instanceof Formula.Negation negative) {
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

    private final class Forms implements Formula.Reader<Long> {

        @Override
        public Long number(Formula.Number number) {
            return 1L + (Math.max(1, NumberText.of(Math.abs(number.value())).length()) - 1) / DIGITS + (number.value() < 0 ? 1 : 0);
        }

        @Override
        public Long name(Formula.Name name) {
            return 1L;
        }

        @Override
        public Long call(Formula.Call call) {
            return 1 + all(call.arguments());
        }

        @Override
        public Long argument(Formula.NamedArgument named) {
            return (long) of(named.value());
        }

        @Override
        public Long infix(Formula.Infix infix) {
            return 1L + of(infix.left()) + of(infix.right());
        }

        @Override
        public Long negation(Formula.Negation negative) {
            return 1L + of(negative.operand());
        }

        @Override
        public Long power(Formula.Power power) {
            return 1L + of(power.base()) + of(power.exponent());
        }

        @Override
        public Long transpose(Formula.Transpose transposed) {
            return 1L + of(transposed.operand());
        }

        @Override
        public Long index(Formula.Index index) {
            return of(index.operand()) + all(index.subscripts());
        }

        @Override
        public Long range(Formula.Range range) {
            return 1L;
        }

        @Override
        public Long blocks(Formula.Blocks blocks) {
            return 1 + blocks.rows().stream().mapToLong(Measure.this::all).sum();
        }

        @Override
        public Long tuple(Formula.Tuple tuple) {
            return 1L;
        }

        @Override
        public Long quotation(Formula.Quotation quoted) {
            return 1L;
        }

        @Override
        public Long where(Formula.Where where) {
            return of(where.body()) + where.definitions().stream().mapToLong(definition -> 2L + of(definition.value())).sum();
        }

        @Override
        public Long derivative(Formula.Derivative derivative) {
            return 1L;
        }
    }

    private long all(List<Formula> formulas) {
        return formulas.stream().mapToLong(this::of).sum();
    }
}
