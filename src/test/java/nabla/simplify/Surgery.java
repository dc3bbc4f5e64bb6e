package nabla.simplify;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Topology;

/** Changes one place of a graph, drawn at random, by the first of some operations drawn that applies there. */
final class Surgery {

    private static final int TRIES = 60;

    private final RandomGenerator random;
    private final List<UnaryOperator<Node>> operations;

    /** An operation returns null where it does not apply. */
    Surgery(RandomGenerator random, List<UnaryOperator<Node>> operations) {
        this.random = random;
        this.operations = operations;
    }

    /** The graph with one place changed; null if no place was found. */
    Node once(Node root) {
        List<Node> order = Topology.order(List.of(root));
        for (int tries = 0; tries < TRIES; tries++) {
            Node place = order.get(random.nextInt(order.size()));
            Node changed = operations.get(random.nextInt(operations.size())).apply(place);
            if (changed != null && changed.shape().equals(place.shape())) {
                return with(order, place, changed);
            }
        }
        return null;
    }

    private static Node with(List<Node> order, Node place, Node changed) {
        Map<Node, Node> copies = new IdentityHashMap<>();
        for (Node node : order) {
            Node copy = node;
            if (node == place) {
                copy = changed;
            } else if (node instanceof Apply apply && apply.arguments().stream().anyMatch(argument -> copies.get(argument) != argument)) {
                List<Node> arguments = new ArrayList<>();
                apply.arguments().forEach(argument -> arguments.add(copies.get(argument)));
                copy = new Apply(apply.name(), apply.op(), arguments);
            }
            copies.put(node, copy);
        }
        return copies.get(order.get(order.size() - 1));
    }
}
