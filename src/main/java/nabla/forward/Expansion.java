package nabla.forward;

import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.tensor.Shape;

/**
 * What a use of a composed operation is written out as: a graph over placeholders for its arguments, of their shapes.
 *
 * @param order its nodes, arguments before their uses; the last one is the result
 */
public record Expansion(List<? extends Node> parameters, List<Node> order) {

    /** Of a result, which is an operation's: a change of the use is no change of its argument. */
    public static Expansion of(List<? extends Node> parameters, Apply result) {
        return new Expansion(parameters, Topology.order(List.of(result)));
    }

    /** The placeholders for arguments of such shapes. */
    public static List<Input> parameters(List<Shape> shapes) {
        return shapes.stream().map(shape -> new Input("argument", shape)).toList();
    }

    public Node result() {
        return order.get(order.size() - 1);
    }
}
