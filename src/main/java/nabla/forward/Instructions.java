package nabla.forward;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Places;
import nabla.graph.Tape;
import nabla.graph.TapeWriter;
import nabla.limit.Stop;

/** Writes the instructions of a program in which something is composed. */
final class Instructions {

    private final TapeWriter tape = new TapeWriter();
    /** What is written, to be found again; null if nothing is to be. */
    private final Map<Call, Integer> known;

    /** An operation at arguments by their places. */
    private record Call(Op op, List<Integer> arguments) { }

    /**
     * Of a graph: itself, if nothing in it is composed.
     *
     * @param root behind this one, where anything is composed, what is written already is found again; null for never
     */
    static Tape of(Tape graph, Node root) {
        return graph.isComposed() ? new Instructions(graph.nodes(), root).tape.tape() : graph;
    }

    private Instructions(List<Node> order, Node root) {
        known = root != null ? new HashMap<>() : null;
        boolean shared = false;
        for (Node node : order) {
            Stop.ifAsked();
            if (tape.index(node) < 0) {
                tape.put(node, write(node, arguments(node, tape::index), shared));
            }
            shared |= node == root;
        }
    }

    private static int[] arguments(Node node, ToIntFunction<Node> known) {
        int[] found = new int[node.arguments().size()];
        for (int k = 0; k < found.length; k++) {
            found[k] = known.applyAsInt(node.arguments().get(k));
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
                inside.add(node, write(node, arguments(node, inside::of), shared));
            } else if (!inside.contains(node)) {
                inside.add(node, leaf(node));
            }
        }
        return inside.of(expansion.result());
    }

    /** Of several uses the same. */
    private int leaf(Node node) {
        if (tape.index(node) < 0) {
            tape.put(node, append(node));
        }
        return tape.index(node);
    }

    private int append(Node node, int... from) {
        return tape.append(node, from, 0, from.length);
    }
}
