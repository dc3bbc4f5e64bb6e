package nabla.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nabla.check.VerifiedGraph;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.network.Census;
import nabla.network.Idleness;
import nabla.network.Perceptron;
import nabla.report.Report.Warning;
import nabla.report.WarningCode;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;

/** What is said about the networks of a text: how large they are, and where they will not learn. */
public final class NetworkNotes {

    private final VerifiedGraph checked;
    private final Map<String, Node> nodes = new HashMap<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final Map<String, String> layers = new HashMap<>();

    /** Of a text without an output there are none. */
    public NetworkNotes(VerifiedGraph checked, List<Statement.Network> networks) {
        this.checked = checked;
        if (checked == null || networks.isEmpty()) {
            return;
        }
        checked.order().stream().filter(node -> node.name() != null).forEach(node -> nodes.put(node.name(), node));
        networks.forEach(this::add);
    }

    public List<Warning> warnings() {
        return warnings;
    }

    /** By the name of a node the layer it belongs to: {@code xor layer 1}. */
    public Map<String, String> layers() {
        return layers;
    }

    /** Nothing where the output does not depend on the network, or where some of it serves as a size and is a constant. */
    private void add(Statement.Network network) {
        String prefix = Perceptron.prefix(network.name());
        String name = network.name() == null ? prefix + "loss" : network.name();
        boolean reached = IntStream.rangeClosed(1, network.layers().size()).allMatch(l -> Stream.of("W", "b", "z", "h").allMatch(
                part -> nodes.containsKey(prefix + part + l)));
        if (!reached || !nodes.containsKey(prefix + "loss")) {
            return;
        }
        List<Census.Layer> census = new ArrayList<>();
        for (int l = 1; l <= network.layers().size(); l++) {
            census.add(layer(prefix, l, network.layers().get(l - 1)));
        }
        Census whole = new Census(network.column(), census);
        warnings.add(new Warning(WarningCode.NETWORK, name, whole.summary()));
        whole.troubles().forEach(trouble -> warnings.add(new Warning(code(trouble.kind()), name, trouble.message())));
        String of = network.name() == null ? "layer " : network.name() + " layer ";
        Perceptron.definitions(network).stream().filter(definition -> definition.layer() > 0).forEach(one -> layers.put(one.name(), of + one.layer()));
    }

    private static WarningCode code(Census.Trouble.Kind trouble) {
        return switch (trouble) {
            case DEAD -> WarningCode.DEAD;
            case SATURATED -> WarningCode.SATURATED;
            case EXPLODING -> WarningCode.EXPLODING;
            case VANISHING -> WarningCode.VANISHING;
        };
    }

    private Census.Layer layer(String prefix, int l, Statement.Layer layer) {
        Node weights = nodes.get(prefix + "W" + l);
        Node slope = nodes.get(prefix + "a" + l);
        int parameters = weights.shape().count() + nodes.get(prefix + "b" + l).shape().count() + (slope == null ? 0 : 1);
        Node z = nodes.get(prefix + "z" + l);
        return new Census.Layer(l, layer.activation().function(), value(weights), parameters, value(z), slope((Apply) nodes.get(prefix + "h" + l), z),
                gradient(weights));
    }

    private Tensor value(Node node) {
        return checked.first().of(node);
    }

    private Tensor gradient(Node node) {
        Node adjoint = checked.adjoints().of(node);
        return adjoint == null ? Tensor.zeros(node.shape()) : value(adjoint);
    }

    /** dh/dz at the first point, if it is a matter of single entries. */
    private Tensor slope(Apply h, Node z) {
        Node slope = Idleness.slope(h, z);
        if (slope == null) {
            return null;
        }
        Tensor found = Values.of(slope, checked.points().get(0));
        return found.shape().equals(z.shape()) ? found : Tensor.filled(z.shape(), found.at(0));
    }
}
