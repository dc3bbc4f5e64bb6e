package nabla.translate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
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
        Forms forms = written.new Forms();
        while (!written.open.isEmpty()) {
            written.open.pop().read(forms).forEach(written.open::push);
        }
        return written.sizes;
    }

    /** The parts that are looked at too. */
    private final class Forms implements Expression.Reader<List<Expression>> {

        @Override
        public List<Expression> number(Expression.Number number) {
            return List.of();
        }

        @Override
        public List<Expression> name(Expression.Name name) {
            return List.of();
        }

        @Override
        public List<Expression> text(Expression.Text text) {
            return List.of();
        }

        @Override
        public List<Expression> call(Expression.Call call) {
            Function function = Functions.find(call.function());
            return function == null ? List.of() : arguments(call, function);
        }

        @Override
        public List<Expression> prime(Expression.Prime prime) {
            return values(prime.call());
        }

        @Override
        public List<Expression> binary(Expression.Binary binary) {
            return List.of(binary.left(), binary.right());
        }

        @Override
        public List<Expression> negation(Expression.Negation negative) {
            return List.of(negative.operand());
        }

        @Override
        public List<Expression> transpose(Expression.Transpose transpose) {
            return List.of(transpose.operand());
        }

        @Override
        public List<Expression> index(Expression.Index index) {
            return List.of(index.operand());
        }

        @Override
        public List<Expression> slice(Expression.Slice slice) {
            return List.of();
        }

        @Override
        public List<Expression> ellipsis(Expression.Ellipsis ellipsis) {
            return List.of();
        }

        @Override
        public List<Expression> tuple(Expression.Tuple tuple) {
            return List.of();
        }

        @Override
        public List<Expression> brackets(Expression.Brackets brackets) {
            return brackets.rows().stream().flatMap(List::stream).toList();
        }

        @Override
        public List<Expression> derivative(Expression.Derivative derivative) {
            return List.of(derivative.of(), derivative.by());
        }
    }

    private List<Expression> arguments(Expression.Call call, Function function) {
        for (int k = 0; k < call.arguments().size(); k++) {
            Function.Parameter parameter = Signature.parameter(function, call, k);
            if (call.arguments().get(k).value() instanceof Expression.Number number && parameter != null && parameter.kind() == Function.Kind.INTEGER) {
                sizes.add((int) number.value());
            }
        }
        return values(call);
    }

    private static List<Expression> values(Expression.Call call) {
        return call.arguments().stream().map(Expression.Argument::value).toList();
    }
}
