package nabla.translate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.syntax.Expression;
import nabla.syntax.ExpressionParts;

/** The sizes that expressions write as numbers, as {@code ones(7, 1)} does. */
final class WrittenSizes {

    private final Set<Integer> sizes = new HashSet<>();
    private final Deque<Expression> open = new ArrayDeque<>();

    /** Those of the expressions that were added. */
    Set<Integer> all() {
        return sizes;
    }

    /** Looks at an expression. */
    void add(Expression expression) {
        open.push(expression);
        while (!open.isEmpty()) {
            addPart(open.pop());
        }
    }

    private void addPart(Expression expression) {
        if (expression instanceof Expression.Call call) {
            Function function = Functions.find(call.function());
            for (int k = 0; function != null && k < call.arguments().size(); k++) {
                addArgument(call, function, k);
            }
        } else if (expression instanceof Expression.Index index) {
            open.push(index.operand());
        } else if (!(expression instanceof Expression.Slice) && !(expression instanceof Expression.Tuple)) {
            ExpressionParts.of(expression).forEach(open::push);
        }
    }

    private void addArgument(Expression.Call call, Function function, int k) {
        Expression value = call.arguments().get(k).value();
        if (value instanceof Expression.Number number) {
            Function.Parameter parameter = Signature.parameter(function, call, k);
            if (parameter != null && parameter.kind() == Function.Kind.INTEGER) {
                sizes.add((int) number.value());
            }
        } else {
            open.push(value);
        }
    }
}
