package nabla.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nabla.check.VerifiedGraph;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.network.Census;
import nabla.network.Idleness;
import nabla.network.Perceptron;
import nabla.report.Report.Warning;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;

/** What is said about the networks of a text: how large they are, and where they will not learn. */
public final class NetworkNotes {

    private final VerifiedGraph checked;
    private final Map<String, Node> nodes = new HashMap<>();

    public NetworkNotes(VerifiedGraph checked) {
        this.checked = checked;
        checked.order().stream().filter(node -> node.name() != null).forEach(node -> nodes.put(node.name(), node));
    }

    /** Notes on one network; none where the output does not depend on it, or where some of it serves as a size and is a constant. */
    public List<Warning> of(Statement.Network network) {
        String prefix = Perceptron.prefix(network.name());
        String name = network.name() == null ? prefix + "loss" : network.name();
        boolean whole = IntStream.rangeClosed(1, network.layers().size()).allMatch(l -> Stream.of("W", "b", "z", "h").allMatch(
                part -> nodes.containsKey(prefix + part + l)));
        if (!whole || !nodes.containsKey(prefix + "loss")) {
            return List.of();
        }
        List<Census.Layer> layers = new ArrayList<>();
        for (int l = 1; l <= network.layers().size(); l++) {
            layers.add(layer(prefix, l, network.layers().get(l - 1)));
        }
        Census census = new Census(network.column(), layers);
        List<Warning> notes = new ArrayList<>(List.of(new Warning("network", name, census.summary())));
        census.troubles().forEach(trouble -> notes.add(new Warning(trouble.code(), name, trouble.message())));
        return notes;
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
        Tensor found = Values.at(new Program(List.of(slope)), checked.points().get(0)).of(slope);
        return found.shape().equals(z.shape()) ? found : Tensor.filled(z.shape(), found.at(0));
    }
}
