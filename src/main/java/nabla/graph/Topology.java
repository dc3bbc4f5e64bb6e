package nabla.graph;

import java.util.Collection;
import java.util.List;
import nabla.limit.Stop;

/** Orders of the graph. */
public final class Topology {

    private Topology() { }

    /** Everything that the roots are computed from, arguments before their uses, each node once; in the order the text wrote them. */
    public static List<Node> order(Collection<? extends Node> roots) {
        return Tape.of(roots).nodes();
    }

    /** The nodes of a topological order that depend on any of the sources, the sources included. */
    public static Places dependents(List<Node> order, Collection<? extends Node> sources) {
        Places dependents = new Places(order.size());
        sources.forEach(source -> dependents.add(source, 0));
        for (Node node : order) {
            Stop.ifAsked();
            for (int k = 0; k < node.arity(); k++) {
                if (dependents.contains(((Apply) node).argument(k))) {
                    dependents.add(node, 0);
                    break;
                }
            }
        }
        return dependents;
    }

    /** Whether a node is computed from another one, the earlier. */
    public static boolean isBefore(Node earlier, Node node) {
        return earlier != node && dependents(order(List.of(node)), List.of(earlier)).contains(node);
    }
}
