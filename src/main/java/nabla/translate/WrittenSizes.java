package nabla.translate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.syntax.Expression;

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
            written.visit(written.open.pop());
        }
        return written.sizes;
    }

    private void visit(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            open.push(binary.left());
            open.push(binary.right());
        } else if (expression instanceof Expression.Negative negative) {
            open.push(negative.operand());
        } else if (expression instanceof Expression.Transpose transpose) {
            open.push(transpose.operand());
        } else if (expression instanceof Expression.Index index) {
            open.push(index.operand());
        } else if (expression instanceof Expression.Brackets brackets) {
            brackets.rows().forEach(row -> row.forEach(open::push));
        } else if (expression instanceof Expression.Derivative derivative) {
            open.push(derivative.of());
            open.push(derivative.by());
        } else if (expression instanceof Expression.Prime prime) {
            prime.call().arguments().forEach(argument -> open.push(argument.value()));
        } else if (expression instanceof Expression.Call call && Functions.find(call.function()) != null) {
            call(call, Functions.find(call.function()));
        }
    }

    private void call(Expression.Call call, Function function) {
        for (int k = 0; k < call.arguments().size(); k++) {
            Function.Parameter parameter = Signature.parameter(function, call, k);
            Expression value = call.arguments().get(k).value();
            if (value instanceof Expression.Number number && parameter != null && parameter.kind() == Function.Kind.INTEGER) {
                sizes.add((int) number.value());
            }
            open.push(value);
        }
    }
}
