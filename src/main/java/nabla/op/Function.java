package nabla.op;

import java.util.List;
import nabla.graph.Node;

/**
 * A function of the language: a name, parameters, and the node it makes. Found by name through {@link Functions}.
 *
 * @param names      the name, then its aliases ({@code log, ln})
 * @param parameters in order
 * @param builder    makes the node
 */
public record Function(List<String> names, List<Parameter> parameters, Builder builder) {

    public String name() {
        return names.get(0);
    }

    /** How a parameter is given. */
    public enum Kind {
        /** A matrix: any expression; it becomes an argument of the node. */
        MATRIX,
        /** A whole number known when the graph is built: a size, an axis, a count. */
        INTEGER,
        /** A matrix known when the graph is built. */
        CONSTANT
    }

    /**
     * A parameter.
     *
     * @param fallback the value when left out; NaN if it may be left out and then is absent; null if it has to be given
     * @param repeated whether it takes all further positional arguments too; those after it are given by name only
     */
    public record Parameter(String name, Kind kind, Double fallback, boolean repeated) { }

    /** Makes the node of a call. */
    public interface Builder {

        /**
         * The node of a call, under the name {@code arguments.name()} (which may be null).
         *
         * @throws nabla.graph.ShapeMismatch if the arguments do not fit
         */
        Node build(Arguments arguments);
    }
}
