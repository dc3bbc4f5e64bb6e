package nabla.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What an expression is directly made of, in the order of the text. */
public final class ExpressionParts implements Expression.Reader<List<Expression>> {

    private static final ExpressionParts READER = new ExpressionParts();

    private ExpressionParts() { }

    /** Those of an expression. */
    public static List<Expression> of(Expression expression) {
        return expression.read(READER);
    }

    @Override
    public List<Expression> number(Expression.Number expression) {
        return List.of();
    }

    @Override
    public List<Expression> name(Expression.Name expression) {
        return List.of();
    }

    @Override
    public List<Expression> text(Expression.Text expression) {
        return List.of();
    }

    @Override
    public List<Expression> call(Expression.Call expression) {
        List<Expression> values = new ArrayList<>(expression.arguments().size());
        for (Expression.Argument argument : expression.arguments()) {
            values.add(argument.value());
        }
        return values;
    }

    @Override
    public List<Expression> prime(Expression.Prime expression) {
        return call(expression.call());
    }

    @Override
    public List<Expression> binary(Expression.Binary expression) {
        return List.of(expression.left(), expression.right());
    }

    @Override
    public List<Expression> negation(Expression.Negation expression) {
        return List.of(expression.operand());
    }

    @Override
    public List<Expression> transpose(Expression.Transpose expression) {
        return List.of(expression.operand());
    }

    @Override
    public List<Expression> index(Expression.Index expression) {
        return Stream.concat(Stream.of(expression.operand()), expression.subscripts().stream()).toList();
    }

    @Override
    public List<Expression> slice(Expression.Slice expression) {
        return Stream.of(expression.from(), expression.to(), expression.step()).filter(Objects::nonNull).toList();
    }

    @Override
    public List<Expression> ellipsis(Expression.Ellipsis expression) {
        return List.of();
    }

    @Override
    public List<Expression> tuple(Expression.Tuple expression) {
        return List.copyOf(expression.items());
    }

    @Override
    public List<Expression> brackets(Expression.Brackets expression) {
        return expression.rows().stream().<Expression>flatMap(List::stream).toList();
    }

    @Override
    public List<Expression> derivative(Expression.Derivative expression) {
        return List.of(expression.of(), expression.by());
    }
}
