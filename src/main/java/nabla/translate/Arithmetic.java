package nabla.translate;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.syntax.Expression;
import nabla.syntax.IntegerArithmetic;

/** Sizes that are worked out of others: {@code 4H}, {@code na + nx}, {@code 2*(k + 1)}. */
final class Arithmetic {

    private Arithmetic() { }

    /** The names in an expression, in order. */
    static Set<String> names(Expression expression) {
        Set<String> names = new LinkedHashSet<>();
        Use.of(expression).forEach(use -> names.add(use.name().name()));
        return names;
    }

    /** Its value; NaN where a name has none. */
    static double value(Expression expression, Map<String, Integer> sizes) {
        return IntegerArithmetic.value(expression, sizes);
    }

    /** Whether a number can be a size. */
    static boolean isSize(double value) {
        return value >= 1 && value <= Integer.MAX_VALUE && value == Math.rint(value);
    }

    /** The number for the only name without one that gives an expression a value; NaN where it is not the only one, or no size gives it. */
    static double solution(Expression expression, Map<String, Integer> sizes, String unknown, int value) {
        double[] at = new double[3];
        for (int k = 0; k < at.length; k++) {
            Map<String, Integer> tried = new HashMap<>(sizes);
            tried.put(unknown, k + 1);
            at[k] = value(expression, tried);
        }
        double slope = at[1] - at[0];
        double number = 1 + (value - at[0]) / slope;
        return slope != 0 && at[2] - at[1] == slope && isSize(number) ? number : Double.NaN;
    }

    /** Whether an expression is worked out of numbers and sizes, so that it is a number itself. */
    static boolean is(Expression expression) {
        Expression left = expression;
        while (left instanceof Expression.Binary binary && is(binary.right())) {
            left = binary.left();
        }
        if (left instanceof Expression.Negation negative) {
            return is(negative.operand());
        } else if (left instanceof Expression.Call call) {
            Function function = Functions.find(call.function());
            return function != null
                    && function.parameters().stream().allMatch(p -> p.kind() == Function.Kind.MATRIX)
                    && call.arguments().stream().allMatch(argument -> is(argument.value()));
        }
        return left instanceof Expression.Number || left instanceof Expression.Name;
    }
}
