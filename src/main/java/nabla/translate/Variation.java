package nabla.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nabla.graph.Trait;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.syntax.Expression;
import nabla.syntax.Statement;

/**
 * Which definitions change with some names, told from their text: not those that only count, compare or decide, whose derivative is zero
 * everywhere.
 */
final class Variation {

    private final Declarations names;
    private final Forms forms = new Forms();
    private final Set<String> varying = new HashSet<>();
    private final Map<String, Boolean> stepwise = new HashMap<>();

    /**
     * Looks at every definition.
     *
     * @param order   each name after those it needs
     * @param sources what changes
     */
    Variation(Declarations names, List<String> order, Predicate<String> sources) {
        this.names = names;
        for (String name : order) {
            Entry entry = names.entry(name);
            if (sources.test(name) || entry != null && entry.isDefined() && varies(entry.value())) {
                varying.add(name);
            }
        }
    }

    boolean varies(String name) {
        return varying.contains(name);
    }

    private boolean varies(Expression expression) {
        return expression.read(forms);
    }

    private final class Forms implements Expression.Reader<Boolean> {

        @Override
        public Boolean number(Expression.Number number) {
            return false;
        }

        @Override
        public Boolean name(Expression.Name name) {
            return varying.contains(name.name());
        }

        @Override
        public Boolean text(Expression.Text text) {
            return false;
        }

        @Override
        public Boolean call(Expression.Call call) {
            return calls(call);
        }

        @Override
        public Boolean prime(Expression.Prime prime) {
            return true;
        }

        @Override
        public Boolean binary(Expression.Binary binary) {
            return spine(binary).stream().anyMatch(Variation.this::varies);
        }

        @Override
        public Boolean negation(Expression.Negation negative) {
            return varies(negative.operand());
        }

        @Override
        public Boolean transpose(Expression.Transpose transpose) {
            return varies(transpose.operand());
        }

        @Override
        public Boolean index(Expression.Index index) {
            return varies(index.operand());
        }

        @Override
        public Boolean slice(Expression.Slice slice) {
            return false;
        }

        @Override
        public Boolean ellipsis(Expression.Ellipsis ellipsis) {
            return false;
        }

        @Override
        public Boolean tuple(Expression.Tuple tuple) {
            return false;
        }

        @Override
        public Boolean brackets(Expression.Brackets brackets) {
            return brackets.rows().stream().flatMap(List::stream).anyMatch(Variation.this::varies);
        }

        @Override
        public Boolean derivative(Expression.Derivative derivative) {
            return true;
        }
    }

    /** What a sum of many terms, which leans to the left, deeper than recursion may go, is made of; nothing of a comparison. */
    private static List<Expression> spine(Expression.Binary binary) {
        List<Expression> parts = new ArrayList<>();
        Expression left = binary;
        while (left instanceof Expression.Binary inner && !isComparison(inner.operator())) {
            parts.add(inner.right());
            left = inner.left();
        }
        if (!(left instanceof Expression.Binary)) {
            parts.add(left);
        }
        return parts;
    }

    private static boolean isComparison(Expression.Operator operator) {
        return switch (operator) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
    }

    private boolean calls(Expression.Call call) {
        Function function = Functions.find(call.function());
        if (function != null && stepwise.computeIfAbsent(call.function(), name -> function.is(Trait.STEPWISE))) {
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
