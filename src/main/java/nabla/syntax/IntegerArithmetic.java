package nabla.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Numbers worked out of numbers and names by + − * and /, before there is a graph: sizes, and the steps of a {@code for} block. */
public final class IntegerArithmetic {

    private IntegerArithmetic() { }

    /** The value of an expression; NaN where a name has none, or where something else stands in it. */
    public static double value(Expression expression, Map<String, Integer> names) {
        Deque<Expression.Binary> spine = new ArrayDeque<>();
        Expression left = expression;
        while (left instanceof Expression.Binary binary) {
            spine.push(binary);
            left = binary.left();
        }
        double value = single(left, names);
        for (Expression.Binary binary : spine) {
            double right = value(binary.right(), names);
            value = switch (binary.operator()) {
                case ADD -> value + right;
                case SUBTRACT -> value - right;
                case DIVIDE -> value / right;
                case MULTIPLY, DOT -> value * right;
                default -> Double.NaN;
            };
        }
        return value;
    }

    private static double single(Expression expression, Map<String, Integer> names) {
        if (expression instanceof Expression.Number number) {
            return number.value();
        } else if (expression instanceof Expression.Negation negative) {
            return -value(negative.operand(), names);
        }
        Integer number = expression instanceof Expression.Name name ? names.get(name.name()) : null;
        return number == null ? Double.NaN : number;
    }
}
