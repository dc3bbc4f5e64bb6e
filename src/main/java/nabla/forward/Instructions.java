package nabla.forward;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Places;
import nabla.limit.Stop;

/** Writes the instructions of a program. */
final class Instructions {

    private final Places places;
    private Node[] nodes;
    private int[] starts;
    private int[] arguments;
    private int size;
    /** What is written, to be found again; null if nothing is to be. */
    private final Map<Call, Integer> known;

    /** An operation at arguments by their places. */
    private record Call(Op op, List<Integer> arguments) { }

    /**
     * Of a topological order of nodes.
     *
     * @param root behind this one, where anything is composed, what is written already is found again; null for never
     */
    Instructions(List<Node> order, Node root) {
        places = new Places(order.size());
        nodes = new Node[order.size()];
        starts = new int[order.size() + 1];
        arguments = new int[2 * order.size()];
        known = root != null && order.stream().anyMatch(Instructions::isComposed) ? new HashMap<>() : null;
        boolean shared = false;
        for (Node node : order) {
            Stop.ifAsked();
            if (!places.contains(node)) {
                places.add(node, known == null && !isComposed(node) ? append(node) : write(node, arguments(node, places), shared));
            }
            shared |= node == root;
        }
    }

    private static boolean isComposed(Node node) {
        return node instanceof Apply use && use.op() instanceof ComposedOp;
    }

    private static int[] arguments(Node node, Places known) {
        int[] found = new int[node.arguments().size()];
        for (int k = 0; k < found.length; k++) {
            found[k] = known.of(node.arguments().get(k));
        }
        return found;
    }

    /** The place where the value of a node is computed. */
    private int write(Node node, int[] from, boolean shared) {
        if (!(node instanceof Apply use)) {
            return append(node, from);
        } else if (use.op() instanceof ComposedOp composed) {
            return write(composed.expansion(use.arguments().stream().map(Node::shape).toList()), from, shared);
        } else if (known == null) {
            return append(node, from);
        }
        Call call = new Call(use.op(), Arrays.stream(from).boxed().toList());
        Integer old = shared ? known.get(call) : null;
        int place = old != null ? old : append(node, from);
        known.putIfAbsent(call, place);
        return place;
    }

    private int write(Expansion expansion, int[] from, boolean shared) {
        List<Node> order = expansion.order();
        Places inside = new Places(order.size());
        for (int k = 0; k < from.length; k++) {
            inside.add(expansion.parameters().get(k), from[k]);
        }
        for (Node node : order) {
            Stop.ifAsked();
            if (node instanceof Apply) {
                inside.add(node, write(node, arguments(node, inside), shared));
            } else if (!inside.contains(node)) {
                inside.add(node, leaf(node));
            }
        }
        return inside.of(expansion.result());
    }

    /** Of several uses the same. */
    private int leaf(Node node) {
        if (!places.contains(node)) {
            places.add(node, append(node, new int[0]));
        }
        return places.of(node);
    }

    private int append(Node node, int[] from) {
        int first = room(node, from.length);
        System.arraycopy(from, 0, arguments, first, from.length);
        return size++;
    }

    /** Of a node whose arguments are in their places. */
    private int append(Node node) {
        List<Node> from = node.arguments();
        int first = room(node, from.size());
        for (int k = 0; k < from.size(); k++) {
            arguments[first + k] = places.of(from.get(k));
        }
        return size++;
    }

    /** Enters a node with so many arguments; gives where they begin. */
    private int room(Node node, int count) {
        int first = starts[size];
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * size + 8);
            starts = Arrays.copyOf(starts, 2 * size + 9);
        }
        if (first + count > arguments.length) {
            arguments = Arrays.copyOf(arguments, 2 * (first + count));
        }
        nodes[size] = node;
        starts[size + 1] = first + count;
        return first;
    }

    Places places() {
        return places;
    }

    Node[] nodes() {
        return Arrays.copyOf(nodes, size);
    }

    int[] starts() {
        return Arrays.copyOf(starts, size + 1);
    }

    int[] arguments() {
        return Arrays.copyOf(arguments, starts[size]);
    }
}
