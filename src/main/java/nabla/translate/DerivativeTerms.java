package nabla.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nabla.graph.Meaning;
import nabla.graph.Trait;
import nabla.limit.Stop;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.syntax.Expression;

/** How derivatives stand in an equality that no one of them can be isolated from: which they are, and whether both sides are linear in them. */
final class DerivativeTerms {

    /** Longer equalities are not looked into. */
    private static final int MOST_NAMES = 200;
    private static final Set<Meaning> LINEAR = Set.of(Meaning.TRANSPOSE, Meaning.ENTRY_SUM, Meaning.MEAN, Meaning.TRACE, Meaning.DIAGONAL);

    private final Predicate<Expression> derived;
    private final Predicate<Expression> derivative;
    private final List<Expression> found = new ArrayList<>();
    private boolean linear = true;
    private boolean known = true;

    private DerivativeTerms(Predicate<Expression> derived, Predicate<Expression> derivative) {
        this.derived = derived;
        this.derivative = derivative;
    }

    /**
     * Looks at both sides.
     *
     * @param derived    whether a derivative occurs in an expression
     * @param derivative whether an expression is one
     * @return null where there is none, or one that is not by a name
     */
    static DerivativeTerms of(Expression left, Expression right, Predicate<Expression> derived, Predicate<Expression> derivative) {
        if (Use.of(left).size() + Use.of(right).size() > MOST_NAMES) {
            return null;
        }
        DerivativeTerms terms = new DerivativeTerms(derived, derivative);
        terms.add(left);
        terms.add(right);
        return terms.known && !terms.found.isEmpty() ? terms : null;
    }

    List<Expression> derivatives() {
        return List.copyOf(found);
    }

    boolean isLinear() {
        return linear;
    }

    private void add(Expression expression) {
        Stop.ifAsked();
        if (!derived.test(expression)) {
            return;
        } else if (derivative.test(expression)) {
            found.add(expression);
        } else if (expression instanceof Expression.Negation negative) {
            add(negative.operand());
        } else if (expression instanceof Expression.Transpose transpose) {
            add(transpose.operand());
        } else if (expression instanceof Expression.Index index) {
            add(index.operand());
        } else if (expression instanceof Expression.Brackets brackets) {
            brackets.rows().forEach(row -> row.forEach(this::add));
        } else if (expression instanceof Expression.Binary binary) {
            linear &= isLinear(binary);
            add(binary.left());
            add(binary.right());
        } else if (expression instanceof Expression.Call call) {
            linear &= isLinear(call);
            call.arguments().forEach(argument -> add(argument.value()));
        } else {
            known = false;
        }
    }

    private boolean isLinear(Expression.Binary binary) {
        return switch (binary.operator()) {
            case ADD, SUBTRACT -> true;
            case MULTIPLY, DOT, MATMUL -> derived.test(binary.left()) != derived.test(binary.right());
            case DIVIDE -> !derived.test(binary.right());
            default -> false;
        };
    }

    private static boolean isLinear(Expression.Call call) {
        Function function = Functions.find(call.function());
        return function != null && function.op() != null && (LINEAR.contains(function.op().meaning()) || function.op().is(Trait.REARRANGES));
    }
}
