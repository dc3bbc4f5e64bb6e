package nabla.translate;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import nabla.graph.Trait;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.syntax.Expression;
import nabla.syntax.ExpressionParts;
import nabla.syntax.Statement;

/**
 * Which definitions change with some names, told from their text: not those that only count, compare or decide, whose derivative is zero
 * everywhere.
 */
final class Variation {

    private final Declarations names;
    private final BitSet varying = new BitSet();

    /**
     * Looks at every definition.
     *
     * @param order   each name after those it needs
     * @param sources what changes
     */
    Variation(Declarations names, List<Symbol> order, Predicate<Symbol> sources) {
        this.names = names;
        for (Symbol symbol : order) {
            Entry entry = symbol.entry();
            if (sources.test(symbol) || entry != null && entry.isDefined() && varies(entry.value())) {
                varying.set(symbol.number());
            }
        }
    }

    boolean varies(Symbol symbol) {
        return varying.get(symbol.number());
    }

    private boolean varies(String name) {
        Symbol symbol = names.table().find(name);
        return symbol != null && varies(symbol);
    }

    private boolean varies(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return varies(name.name());
        } else if (expression instanceof Expression.Call call) {
            return calls(call);
        } else if (expression instanceof Expression.Binary binary) {
            return spine(binary);
        } else if (expression instanceof Expression.Index index) {
            return varies(index.operand());
        }
        return expression instanceof Expression.Prime || expression instanceof Expression.Derivative || !(expression instanceof Expression.Slice)
                && !(expression instanceof Expression.Tuple) && any(ExpressionParts.of(expression));
    }

    private boolean any(List<Expression> parts) {
        for (Expression part : parts) {
            if (varies(part)) {
                return true;
            }
        }
        return false;
    }

    /** A sum of many terms leans to the left, deeper than recursion may go; nothing of a comparison counts. */
    private boolean spine(Expression.Binary binary) {
        Expression left = binary;
        while (left instanceof Expression.Binary inner && !isComparison(inner.operator())) {
            if (varies(inner.right())) {
                return true;
            }
            left = inner.left();
        }
        return !(left instanceof Expression.Binary) && varies(left);
    }

    private static boolean isComparison(Expression.Operator operator) {
        return switch (operator) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
    }

    private boolean calls(Expression.Call call) {
        Function function = Functions.find(call.function());
        if (function != null && function.is(Trait.STEPWISE)) {
            return false;
        }
        Statement.Mapping mapping = function == null ? names.mappings().find(call.function()) : null;
        if (mapping != null && names.mappings().free(mapping).stream().anyMatch(use -> varies(use.name().name()))) {
            return true;
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            Function.Parameter parameter = function == null ? null : Signature.parameter(function, call, i);
            boolean counts = function == null || parameter != null && parameter.kind() == Function.Kind.MATRIX;
            if (counts && varies(call.arguments().get(i).value()) && (function == null || !function.decides(parameter))) {
                return true;
            }
        }
        return false;
    }
}
