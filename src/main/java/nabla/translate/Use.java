package nabla.translate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import nabla.graph.Trait;
import nabla.limit.Stop;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.syntax.Expression;
import nabla.syntax.ExpressionParts;
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
        SHAPE,
        /** It is called, and no function of the language: an operation or a function of the script. */
        CALL
    }

    /** Gets names, in the order of the text. */
    interface Sink {

        /**
         * A name.
         *
         * @param flat whether it only counts, compares or decides there: then no derivative goes through
         */
        void add(Expression.Name name, Role role, boolean flat);

        /** A derivative, whatever names it has, where it is not flat. */
        default void addDerivative() { }
    }

    /** The functions that a script writes down, as far as the names in their bodies matter. */
    interface Bodies {

        /** Where there is no script. */
        Bodies NONE = new Bodies() {
            @Override
            public Statement.Mapping find(String name) {
                return null;
            }

            @Override
            public List<Use> free(Statement.Mapping mapping) {
                return List.of();
            }

            @Override
            public Role role(Statement.Mapping mapping, int k) {
                return Role.VALUE;
            }
        };

        /** The function of a name, or null. */
        Statement.Mapping find(String name);

        /** The names that a function uses and that are none of its parameters, each once for each thing it is needed for. */
        List<Use> free(Statement.Mapping mapping);

        /** What parameter k is needed for: a whole number, where it stands in an index. */
        Role role(Statement.Mapping mapping, int k);
    }

    /** The names of an expression, in the order of the text. */
    public static List<Use> of(Expression expression) {
        return of(expression, Bodies.NONE);
    }

    /** The same with the names that the functions of a script use in the places of their calls; calls of anything else are none. */
    static List<Use> of(Expression expression, Bodies mappings) {
        List<Use> uses = new ArrayList<>();
        new Walk(mappings, (name, role, flat) -> uses.add(new Use(name, role))).add(expression, Role.VALUE);
        return uses;
    }

    /** Whether a derivative stands in an expression: {@code dz/dx}, {@code grad(z, x)}, or {@code dz} where z is a name and dz is none. */
    public static boolean hasDerivative(Expression expression, Set<String> names) {
        return of(expression).stream().anyMatch(use -> use.role == Role.DERIVATIVE || use.role != Role.CALL && isGradient(use.name.name(), names));
    }

    private static boolean isGradient(String name, Set<String> names) {
        return name.startsWith("d") && !names.contains(name) && names.contains(name.substring(1));
    }

    /** The sizes of a space that are names. */
    public static List<Use> of(Statement.Space space) {
        List<Use> uses = new ArrayList<>();
        for (Statement.Size size : space.sizes()) {
            new Walk(Bodies.NONE, (name, role, flat) -> uses.add(new Use(name, role))).add(size.value(), Role.NUMBER);
        }
        return uses;
    }

    /** Looks at every part of an expression for the names in it. */
    static final class Walk {

        private final Bodies mappings;
        private final Sink uses;
        /** The right sides of what is open. */
        private final Deque<Expression> rights = new ArrayDeque<>(2);
        /** Whether no derivative goes through where it is now. */
        private boolean flat;

        /** With the names that functions use in the places of their calls. */
        Walk(Bodies mappings, Sink uses) {
            this.mappings = mappings;
            this.uses = uses;
        }

        void add(Expression expression, Role role) {
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
                all(index.subscripts(), inside(role, Role.NUMBER), true);
            } else {
                boolean derivative = expression instanceof Expression.Derivative;
                if (derivative && !flat) {
                    uses.addDerivative();
                }
                all(ExpressionParts.of(expression), derivative && role == Role.VALUE ? Role.DERIVATIVE : role,
                        expression instanceof Expression.Slice || expression instanceof Expression.Tuple);
            }
        }

        private void addPrime(Expression.Prime prime, Role role) {
            if (!flat) {
                uses.addDerivative();
            }
            if (mappings == Bodies.NONE) {
                uses.add(new Expression.Name(prime.call().functionSpan(), prime.call().function()), Role.DERIVATIVE, flat);
            }
            addCall(prime.call(), role == Role.VALUE ? Role.DERIVATIVE : role);
        }

        private void all(List<? extends Expression> parts, Role role, boolean counted) {
            for (Expression part : parts) {
                add(part, role, counted);
            }
        }

        private void add(Expression part, Role role, boolean counted) {
            boolean outer = flat;
            flat |= counted;
            add(part, role);
            flat = outer;
        }

        /** A sum of many terms leans to the left, deeper than recursion may go; all that is inside of a comparison is flat. */
        private void addSpine(Expression.Binary binary, Role role) {
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
        private void addName(Expression.Name name, Role role) {
            Statement.Mapping mapping = role == Role.DERIVATIVE ? mappings.find(name.name()) : null;
            if (mapping == null) {
                uses.add(name, role, flat);
                return;
            }
            addBody(mapping, role);
            mapping.parameters().forEach(parameter -> uses.add(new Expression.Name(name.span(), parameter.name()), role, flat));
        }

        private void addBody(Statement.Mapping mapping, Role role) {
            mappings.free(mapping).forEach(use -> uses.add(use.name(), role == Role.VALUE ? use.role() : inside(use.role(), role), flat));
        }

        private void addCall(Expression.Call call, Role role) {
            if (CsvCall.is(call)) {
                CsvCall.numbers(call).forEach(number -> add(number, inside(role, Role.NUMBER)));
                return;
            }
            Function function = Functions.find(call.function());
            Statement.Mapping mapping = function == null ? mappings.find(call.function()) : null;
            if (mapping != null) {
                addBody(mapping, role);
            } else if (function == null && mappings == Bodies.NONE) {
                uses.add(new Expression.Name(call.functionSpan(), call.function()), Role.CALL, flat);
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
    }

    private static boolean isFlat(Function function, Function.Parameter parameter) {
        return parameter == null || parameter.kind() != Function.Kind.MATRIX || function.is(Trait.STEPWISE) || function.decides(parameter);
    }

    private static Role needed(Function function, Function.Parameter parameter) {
        if (function != null && function.is(Trait.OF_SHAPE)) {
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
