package nabla.op;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * A function of the language: a name, parameters, and the node it makes. Found by name through {@link Functions}.
 *
 * @param names      the name, then its aliases ({@code log, ln})
 * @param parameters in order
 * @param builder    makes the node
 * @param range      the values it takes, in words, where they are not those of its operation; else null
 * @param example    what it is shown with, where that is not matrices of any sizes; else null
 */
public record Function(List<String> names, List<Parameter> parameters, Builder builder, String range, Example example) {

    private static final Map<String, Node> SPECIMENS = new ConcurrentHashMap<>();

    /** One whose values are those of its operation. */
    Function(List<String> names, List<Parameter> parameters, Builder builder) {
        this(names, parameters, builder, null, null);
    }

    /** The same, shown with matrices of these shapes, in order, and with whole numbers where what is meant when they are left out will not do. */
    Function shown(Map<String, List<Integer>> integers, Shape... shapes) {
        return shown(new Example(List.of(shapes), integers, Map.of(), Map.of()));
    }

    /** The same, shown with other arguments. */
    Function shown(Example other) {
        return new Function(names, parameters, builder, range, other);
    }

    /**
     * Arguments to show a function with.
     *
     * @param shapes   of the matrices, in order; a repeated parameter has all the rest
     * @param integers the whole numbers of the parameters that need some
     * @param constants the values that have to be known
     * @param texts    the same for texts
     */
    record Example(List<Shape> shapes, Map<String, List<Integer>> integers, Map<String, Tensor> constants, Map<String, String> texts) { }

    public String name() {
        return names.get(0);
    }

    /** The operation that it applies; null for one that makes a leaf. */
    public Op op() {
        return specimen() instanceof Apply use ? use.op() : null;
    }

    private Node specimen() {
        Node known = SPECIMENS.get(name());
        return known != null ? known : SPECIMENS.computeIfAbsent(name(), name -> Specimen.of(this));
    }

    /** Whether something is true of its operation, whatever it is called with. */
    public boolean is(Trait trait) {
        Op op = op();
        return op != null && op.is(trait);
    }

    /** Whether a parameter only decides which of the others counts. */
    public boolean decides(Parameter parameter) {
        return specimen() instanceof Apply use && parameters.indexOf(parameter) < use.arguments().size()
                && use.op().decides(parameters.indexOf(parameter));
    }

    /** How a parameter is given. */
    public enum Kind {
        /** A matrix: any expression; it becomes an argument of the node. */
        MATRIX,
        /** A whole number known when the graph is built: a size, an axis, a count. */
        INTEGER,
        /** One whole number, or several in brackets. */
        NUMBERS,
        /** A text in quotes. */
        TEXT,
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
