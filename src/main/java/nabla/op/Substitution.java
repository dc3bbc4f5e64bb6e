package nabla.op;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Topology;

/** A copy of a graph with some nodes put in place of others; what depends on none of those is shared, not copied. */
public final class Substitution {

    private final Map<Node, Node> images = new IdentityHashMap<>();

    /** Puts {@code by} in the place of {@code node}; both are of one shape. */
    public Substitution put(Node node, Node by) {
        images.put(node, by);
        return this;
    }

    /** The copy of a node. */
    public Node of(Node root) {
        for (Node node : Topology.order(List.of(root))) {
            if (!images.containsKey(node)) {
                images.put(node, copy(node));
            }
        }
        return images.get(root);
    }

    private Node copy(Node node) {
        List<Node> arguments = new ArrayList<>();
        boolean same = true;
        for (Node argument : node.arguments()) {
            Node image = images.get(argument);
            arguments.add(image);
            same &= image == argument;
        }
        return same ? node : new Apply(null, ((Apply) node).op(), arguments);
    }
}
