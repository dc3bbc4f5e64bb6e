package nabla.translate;

import java.util.function.Predicate;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Expression.Binary;
import nabla.syntax.Expression.Operator;

/**
 * An equality solved for the only derivative in it, where that is added to, multiplied or turned around: {@code 2*dz/dx + 1 == 3} says
 * {@code dz/dx == (3 - 1)/2}.
 */
record Isolation(Expression derivative, Expression answer) {

    /**
     * Solves an equality.
     *
     * @param derived    whether a derivative occurs in an expression
     * @param derivative whether an expression is one
     * @return null where there is no derivative, where there are several, or where another operation is in the way
     */
    static Isolation of(Expression left, Expression right, Predicate<Expression> derived, Predicate<Expression> derivative) {
        if (derived.test(left) == derived.test(right)) {
            return null;
        }
        Isolation rest = derived.test(left) ? new Isolation(left, right) : new Isolation(right, left);
        while (rest != null && !derivative.test(rest.derivative)) {
            rest = rest.next(derived);
        }
        return rest;
    }

    private Isolation next(Predicate<Expression> derived) {
        if (derivative instanceof Expression.Negation negative) {
            return new Isolation(negative.operand(), new Expression.Negation(span(), answer));
        } else if (derivative instanceof Expression.Transpose transpose) {
            return new Isolation(transpose.operand(), new Expression.Transpose(span(), answer));
        } else if (!(derivative instanceof Binary binary) || derived.test(binary.left()) == derived.test(binary.right())) {
            return null;
        }
        Binary binary = (Binary) derivative;
        boolean first = derived.test(binary.left());
        Expression inner = first ? binary.left() : binary.right();
        Expression other = first ? binary.right() : binary.left();
        Expression outer = switch (binary.operator()) {
            case ADD -> with(answer, Operator.SUBTRACT, other);
            case SUBTRACT -> first ? with(answer, Operator.ADD, other) : with(other, Operator.SUBTRACT, answer);
            case MULTIPLY, DOT -> with(answer, Operator.DIVIDE, other);
            case DIVIDE -> first ? with(answer, Operator.MULTIPLY, other) : null;
            default -> null;
        };
        return outer == null ? null : new Isolation(inner, outer);
    }

    private Expression with(Expression left, Operator operator, Expression right) {
        return new Binary(span(), span(), operator, left, right);
    }

    private Span span() {
        return answer.span();
    }
}
