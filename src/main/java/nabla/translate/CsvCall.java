package nabla.translate;

import java.util.List;
import nabla.syntax.Expression;
import nabla.syntax.ExpressionParts;

/** {@code csv("file.csv", rows=0:14)} as it is written. */
public final class CsvCall {

    public static final String FUNCTION = "csv";

    private CsvCall() { }

    /** Whether an expression is one. */
    public static boolean is(Expression expression) {
        return expression instanceof Expression.Call call && call.function().equals(FUNCTION);
    }

    /** Whether one stands in an expression, or is it. */
    public static boolean isIn(Expression expression) {
        return is(expression) || ExpressionParts.of(expression).stream().anyMatch(CsvCall::isIn);
    }

    /** The same, turned or not. */
    static boolean isTable(Expression value) {
        return is(value) || value instanceof Expression.Transpose transpose && isTable(transpose.operand());
    }

    /** The parts of one that have to be known as numbers. */
    static List<Expression> numbers(Expression.Call call) {
        return call.arguments().stream().filter(a -> "rows".equals(a.name()) || "columns".equals(a.name()))
                .map(Expression.Argument::value).toList();
    }
}
