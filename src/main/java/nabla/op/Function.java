package nabla.op;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.tensor.Shape;

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

    /** Whether its value is constant between jumps, whatever it is called with. */
    public boolean stepwise() {
        return ofNumbers() instanceof Apply use && use.op().stepwise();
    }

    /** Whether a parameter only decides which of the others counts. */
    public boolean decides(Parameter parameter) {
        return ofNumbers() instanceof Apply use && parameters.indexOf(parameter) < use.arguments().size()
                && use.op().decides(parameters.indexOf(parameter));
    }

    /** A call with numbers only; null for a function that wants something else. */
    private Node ofNumbers() {
        Map<String, List<Node>> numbers = new HashMap<>();
        for (Parameter parameter : parameters) {
            if (parameter.kind() != Kind.MATRIX) {
                return null;
            }
            numbers.put(parameter.name(), List.of(new Input(parameter.name(), Shape.SCALAR)));
        }
        try {
            return builder.build(new Arguments(null, numbers, Map.of(), Map.of(), null));
        } catch (ShapeMismatch mismatch) {
            return null;
        }
    }

    /** How a parameter is given. */
    public enum Kind {
        /** A matrix: any expression; it becomes an argument of the node. */
        MATRIX,
        /** A whole number known when the graph is built: a size, an axis, a count. */
        INTEGER,
        /** One whole number, or several in brackets. */
        AXES,
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
