package nabla.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import nabla.limit.Stop;

/** Orders of the graph, without recursion: a chain of a million nodes must not overflow the stack. */
public final class Topology {

    private Topology() { }

    /** Everything that the roots are computed from, arguments before their uses, each node once; in the order the text wrote them. */
    public static List<Node> order(Collection<? extends Node> roots) {
        List<Node> order = new ArrayList<>();
        Places seen = new Places();
        Deque<Visit> stack = new ArrayDeque<>();
        for (Node root : roots) {
            if (seen.add(root, 0)) {
                stack.push(new Visit(root));
            }
            while (!stack.isEmpty()) {
                Stop.ifAsked();
                Visit visit = stack.peek();
                if (visit.next < visit.node.arguments().size()) {
                    Node argument = visit.node.arguments().get(visit.next++);
                    if (seen.add(argument, 0)) {
                        stack.push(new Visit(argument));
                    }
                } else {
                    order.add(visit.node);
                    stack.pop();
                }
            }
        }
        return order;
    }

    /** The nodes of a topological order that depend on any of the sources, the sources included. */
    public static Places dependents(List<Node> order, Collection<? extends Node> sources) {
        Places dependents = new Places(order.size());
        sources.forEach(source -> dependents.add(source, 0));
        for (Node node : order) {
            Stop.ifAsked();
            for (Node argument : node.arguments()) {
                if (dependents.contains(argument)) {
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

    private static final class Visit {
        private final Node node;
        private int next;

        private Visit(Node node) {
            this.node = node;
        }
    }
}
