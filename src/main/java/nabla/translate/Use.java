package nabla.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nabla.limit.Stop;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.op.Indexing;
import nabla.syntax.Expression;
import nabla.syntax.Statement;

/** A name in an expression, and what it is needed for. */
public record Use(Expression.Name name, Role role) {

    /** What a name is needed for. */
    public enum Role {
        /** Its value. */
        VALUE,
        /** It is differentiated, or differentiated by. */
        DERIVATIVE,
        /** A whole number that has to be known before there is a graph: a size, a subscript, an axis. */
        NUMBER,
        /** A matrix that has to be known before there is a graph: the labels of {@code onehot}. */
        DATA,
        /** Its shape only: {@code rows(A)}. */
        SHAPE
    }

    /** The names of an expression, in the order of the text. */
    public static List<Use> of(Expression expression) {
        List<Use> uses = new ArrayList<>();
        add(expression, Role.VALUE, uses);
        return uses;
    }

    /** Whether a derivative stands in an expression: {@code dz/dx}, {@code grad(z, x)}, or {@code dz} where z is a name and dz is none. */
    public static boolean hasDerivative(Expression expression, Set<String> names) {
        return of(expression).stream().anyMatch(use -> use.role == Role.DERIVATIVE || isGradient(use.name.name(), names));
    }

    private static boolean isGradient(String name, Set<String> names) {
        return name.startsWith("d") && !names.contains(name) && names.contains(name.substring(1));
    }

    /** The sizes of a space that are names. */
    public static List<Use> of(Statement.Space space) {
        List<Use> uses = new ArrayList<>();
        for (Statement.Size size : space.sizes()) {
            if (size.name() != null) {
                uses.add(new Use(new Expression.Name(size.span(), size.name()), Role.NUMBER));
            }
        }
        return uses;
    }

    private static void add(Expression expression, Role role, List<Use> uses) {
        Stop.ifAsked();
        if (expression instanceof Expression.Name name) {
            uses.add(new Use(name, role));
        } else if (expression instanceof Expression.Binary binary) {
            addSpine(binary, role, uses);
        } else if (expression instanceof Expression.Negative negative) {
            add(negative.operand(), role, uses);
        } else if (expression instanceof Expression.Transpose transpose) {
            add(transpose.operand(), role, uses);
        } else if (expression instanceof Expression.Brackets brackets) {
            brackets.rows().forEach(row -> row.forEach(entry -> add(entry, role, uses)));
        } else if (expression instanceof Expression.Derivative derivative) {
            Role inside = role == Role.VALUE ? Role.DERIVATIVE : role;
            add(derivative.of(), inside, uses);
            add(derivative.by(), inside, uses);
        } else if (expression instanceof Expression.Index index) {
            add(index.operand(), role, uses);
            index.subscripts().forEach(subscript -> add(subscript, inside(role, Role.NUMBER), uses));
        } else if (expression instanceof Expression.Slice slice) {
            for (Expression part : new Expression[] {slice.from(), slice.to(), slice.step()}) {
                add(part, role, uses);
            }
        } else if (expression instanceof Expression.Tuple tuple) {
            tuple.items().forEach(item -> add(item, role, uses));
        } else if (expression instanceof Expression.Call call) {
            addCall(call, role, uses);
        }
    }

    /** A sum of many terms leans to the left, deeper than recursion may go. */
    private static void addSpine(Expression.Binary binary, Role role, List<Use> uses) {
        List<Expression> rights = new ArrayList<>();
        Expression left = binary;
        while (left instanceof Expression.Binary inner) {
            rights.add(inner.right());
            left = inner.left();
        }
        add(left, role, uses);
        for (int i = rights.size() - 1; i >= 0; i--) {
            add(rights.get(i), role, uses);
        }
    }

    private static void addCall(Expression.Call call, Role role, List<Use> uses) {
        if (call.function().equals(Table.FUNCTION)) {
            Table.numbers(call).forEach(number -> add(number, inside(role, Role.NUMBER), uses));
            return;
        }
        Function function = Functions.find(call.function());
        for (int i = 0; i < call.arguments().size(); i++) {
            if (function != null && Signature.keepsDimensions(function, call, i)) {
                continue;
            }
            Function.Parameter parameter = function == null ? null : Signature.parameter(function, call, i);
            add(call.arguments().get(i).value(), inside(role, needed(function, parameter)), uses);
        }
    }

    private static Role needed(Function function, Function.Parameter parameter) {
        if (function != null && function.op() instanceof Indexing.Size) {
            return Role.SHAPE;
        } else if (parameter == null || parameter.kind() == Function.Kind.MATRIX) {
            return Role.VALUE;
        }
        return parameter.kind() != Function.Kind.CONSTANT ? Role.NUMBER : Role.DATA;
    }

    /** What a name in a part of an expression is needed for: a shape stays a shape, whatever it is inside of. */
    private static Role inside(Role outer, Role inner) {
        return outer == Role.SHAPE || inner == Role.VALUE ? outer : inner;
    }
}
