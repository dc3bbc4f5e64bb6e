package nabla.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        new UseWalk(mappings, (name, role, flat) -> uses.add(new Use(name, role))).add(expression, Role.VALUE);
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
            new UseWalk(Bodies.NONE, (name, role, flat) -> uses.add(new Use(name, role))).add(size.value(), Role.NUMBER);
        }
        return uses;
    }
}
