package nabla.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import nabla.limit.Stop;

/** Orders of the graph, without recursion: a chain of a million nodes must not overflow the stack. */
public final class Topology {

    private Topology() { }

    /** Everything that the roots are computed from, arguments before their uses, each node once; in the order the text wrote them. */
    public static List<Node> order(Collection<? extends Node> roots) {
        List<Node> order = new ArrayList<>();
        Places seen = new Places();
        Stack stack = new Stack();
        for (Node root : roots) {
            if (seen.add(root, 0)) {
                stack.push(root);
            }
            while (stack.depth > 0) {
                Stop.ifAsked();
                Node argument = stack.next();
                if (argument == null) {
                    order.add(stack.pop());
                } else if (seen.add(argument, 0)) {
                    stack.push(argument);
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

    /** The nodes on the way from a root to where the walk is, each with the number of its next argument. */
    private static final class Stack {
        private Node[] nodes = new Node[16];
        private int[] next = new int[16];
        private int depth;

        private void push(Node node) {
            if (depth == nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * depth);
                next = Arrays.copyOf(next, 2 * depth);
            }
            nodes[depth] = node;
            next[depth++] = 0;
        }

        private Node pop() {
            return nodes[--depth];
        }

        /** The next argument of the node on top; null if there are no more. */
        private Node next() {
            List<Node> arguments = nodes[depth - 1].arguments();
            int k = next[depth - 1]++;
            return k < arguments.size() ? arguments.get(k) : null;
        }
    }
}
