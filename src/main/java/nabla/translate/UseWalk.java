package nabla.translate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import nabla.graph.Trait;
import nabla.limit.Stop;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.syntax.Expression;
import nabla.syntax.ExpressionParts;
import nabla.syntax.Statement;

/** Looks at every part of an expression for the names in it. */
final class UseWalk {

    private final Use.Bodies mappings;
    private final Use.Sink uses;
    /** The right sides of what is open. */
    private final Deque<Expression> rights = new ArrayDeque<>(2);
    /** Whether no derivative goes through where it is now. */
    private boolean flat;

    /** With the names that functions use in the places of their calls. */
    UseWalk(Use.Bodies mappings, Use.Sink uses) {
        this.mappings = mappings;
        this.uses = uses;
    }

    void add(Expression expression, Use.Role role) {
        Stop.ifAsked();
        if (expression instanceof Expression.Name name) {
            addName(name, role);
        } else if (expression instanceof Expression.Call call) {
            addCall(call, role);
        } else if (expression instanceof Expression.Prime prime) {
            addPrime(prime, role);
        } else if (expression instanceof Expression.Binary binary) {
            addSpine(binary, role);
        } else if (expression instanceof Expression.Index index) {
            add(index.operand(), role);
            all(index.subscripts(), inside(role, Use.Role.NUMBER), true);
        } else {
            boolean derivative = expression instanceof Expression.Derivative;
            if (derivative && !flat) {
                uses.addDerivative();
            }
            all(ExpressionParts.of(expression), derivative && role == Use.Role.VALUE ? Use.Role.DERIVATIVE : role,
                    expression instanceof Expression.Slice || expression instanceof Expression.Tuple);
        }
    }

    private void addPrime(Expression.Prime prime, Use.Role role) {
        if (!flat) {
            uses.addDerivative();
        }
        if (mappings == Use.Bodies.NONE) {
            uses.add(new Expression.Name(prime.call().functionSpan(), prime.call().function()), Use.Role.DERIVATIVE, flat);
        }
        addCall(prime.call(), role == Use.Role.VALUE ? Use.Role.DERIVATIVE : role);
    }

    private void all(List<? extends Expression> parts, Use.Role role, boolean counted) {
        for (Expression part : parts) {
            add(part, role, counted);
        }
    }

    private void add(Expression part, Use.Role role, boolean counted) {
        boolean outer = flat;
        flat |= counted;
        add(part, role);
        flat = outer;
    }

    /** A sum of many terms leans to the left, deeper than recursion may go; all that is inside of a comparison is flat. */
    private void addSpine(Expression.Binary binary, Use.Role role) {
        int outer = rights.size();
        int compared = Integer.MAX_VALUE;
        Expression left = binary;
        while (left instanceof Expression.Binary inner) {
            compared = inner.operator().isComparison() ? Math.min(compared, rights.size()) : compared;
            rights.push(inner.right());
            left = inner.left();
        }
        add(left, role, compared < Integer.MAX_VALUE);
        while (rights.size() > outer) {
            Expression right = rights.pop();
            add(right, role, rights.size() >= compared);
        }
    }

    /** A function that is differentiated is meant at the nodes that its parameters are called like. */
    private void addName(Expression.Name name, Use.Role role) {
        Statement.Mapping mapping = role == Use.Role.DERIVATIVE ? mappings.find(name.name()) : null;
        if (mapping == null) {
            uses.add(name, role, flat);
            return;
        }
        addBody(mapping, role);
        mapping.parameters().forEach(parameter -> uses.add(new Expression.Name(name.span(), parameter.name()), role, flat));
    }

    private void addBody(Statement.Mapping mapping, Use.Role role) {
        mappings.free(mapping).forEach(use -> uses.add(use.name(), role == Use.Role.VALUE ? use.role() : inside(use.role(), role), flat));
    }

    private void addCall(Expression.Call call, Use.Role role) {
        if (CsvCall.is(call)) {
            CsvCall.numbers(call).forEach(number -> add(number, inside(role, Use.Role.NUMBER)));
            return;
        }
        Function function = Functions.find(call.function());
        Statement.Mapping mapping = function == null ? mappings.find(call.function()) : null;
        if (mapping != null) {
            addBody(mapping, role);
        } else if (function == null && mappings == Use.Bodies.NONE) {
            uses.add(new Expression.Name(call.functionSpan(), call.function()), Use.Role.CALL, flat);
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            if (function != null && Signature.keepsDimensions(function, call, i)) {
                continue;
            }
            Function.Parameter parameter = function == null ? null : Signature.parameter(function, call, i);
            add(call.arguments().get(i).value(), inside(role, mapping == null ? needed(function, parameter) : mappings.role(mapping, i)),
                    function != null && isFlat(function, parameter));
        }
    }

    private static boolean isFlat(Function function, Function.Parameter parameter) {
        return parameter == null || parameter.kind() != Function.Kind.MATRIX || function.is(Trait.STEPWISE) || function.decides(parameter);
    }

    private static Use.Role needed(Function function, Function.Parameter parameter) {
        if (function != null && function.is(Trait.OF_SHAPE)) {
            return Use.Role.SHAPE;
        } else if (parameter == null || parameter.kind() == Function.Kind.MATRIX) {
            return Use.Role.VALUE;
        }
        return parameter.kind() != Function.Kind.CONSTANT ? Use.Role.NUMBER : Use.Role.DATA;
    }

    /** What a name in a part of an expression is needed for: a shape stays a shape, whatever it is inside of. */
    private static Use.Role inside(Use.Role outer, Use.Role inner) {
        return outer == Use.Role.SHAPE || inner == Use.Role.VALUE ? outer : inner;
    }
}
