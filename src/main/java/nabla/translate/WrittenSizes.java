package nabla.translate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.syntax.Expression;
import nabla.syntax.ExpressionParts;

/** The sizes that expressions write as numbers, as {@code ones(7, 1)} does. */
final class WrittenSizes {

    private final Set<Integer> sizes = new HashSet<>();
    private final Deque<Expression> open = new ArrayDeque<>();

    private WrittenSizes() { }

    /** Those of an expression. */
    static Set<Integer> of(Expression expression) {
        WrittenSizes written = new WrittenSizes();
        written.open.push(expression);
        while (!written.open.isEmpty()) {
            written.parts(written.open.pop()).forEach(written.open::push);
        }
        return written.sizes;
    }

    /** The parts that are looked at too. */
    private List<Expression> parts(Expression expression) {
        if (expression instanceof Expression.Call call) {
            Function function = Functions.find(call.function());
            return function == null ? List.of() : arguments(call, function);
        } else if (expression instanceof Expression.Index index) {
            return List.of(index.operand());
        }
        return expression instanceof Expression.Slice || expression instanceof Expression.Tuple ? List.of() : ExpressionParts.of(expression);
    }

    private List<Expression> arguments(Expression.Call call, Function function) {
        for (int k = 0; k < call.arguments().size(); k++) {
            Function.Parameter parameter = Signature.parameter(function, call, k);
            if (call.arguments().get(k).value() instanceof Expression.Number number && parameter != null && parameter.kind() == Function.Kind.INTEGER) {
                sizes.add((int) number.value());
            }
        }
        return ExpressionParts.of(call);
    }
}
