package nabla.network;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.tensor.Tensor;

/** The units of a network as functions of what is given by name: how many of them are idle. */
public final class LayerUnits {

    private final boolean column;
    private final Map<Input, Tensor> point;
    private final List<Slope> slopes;
    private final Program program;

    /**
     * A layer.
     *
     * @param z before the activation
     * @param h after it
     */
    public record Layer(String activation, Node z, Apply h) { }

    private record Slope(Layer layer, Node node) { }

    /**
     * Prepares.
     *
     * @param column whether one example is a column
     * @param values the value of every leaf
     */
    public LayerUnits(boolean column, List<Layer> layers, Map<Input, Tensor> values) {
        this.column = column;
        this.point = values;
        this.slopes = layers.stream().map(layer -> new Slope(layer, Idleness.slope(layer.h(), layer.z()))).toList();
        List<Node> roots = new ArrayList<>(layers.stream().map(Layer::z).toList());
        roots.addAll(slopes.stream().map(Slope::node).filter(Objects::nonNull).toList());
        this.program = new Program(roots);
    }

    /** How idle each layer is where some leaves have other values, by name; null for a layer that never is. */
    public List<Idleness> at(Map<String, Tensor> changed) {
        Map<Input, Tensor> here = new IdentityHashMap<>(point);
        here.replaceAll((leaf, value) -> changed.getOrDefault(leaf.name(), value));
        Values values = Values.at(program, here);
        List<Idleness> idle = new ArrayList<>();
        for (Slope slope : slopes) {
            Tensor z = values.of(slope.layer().z());
            Tensor found = slope.node() == null ? null : values.of(slope.node());
            Tensor whole = found == null || found.shape().equals(z.shape()) ? found : Tensor.filled(z.shape(), found.at(0));
            idle.add(Idleness.of(slope.layer().activation(), z, whole, column));
        }
        return idle;
    }
}
