package nabla.mistake;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Topology;

/**
 * A graph in which operations that a learner differentiates step by step (a variance, a norm, a loss, silu) are taken apart, so that a
 * mistake in the middle of one can be found.
 *
 * @param copies  what became of each node of the graph
 * @param origins the operation that each new node is a part of
 */
record SteppedGraph(Node root, Map<Node, Node> copies, Map<Node, Apply> origins) {

    private static final int DEPTH = 3;

    /** Takes the operations of a graph apart. */
    static SteppedGraph apart(Node root) {
        return of(root, SteppedGraph::isApart);
    }

    /** Takes only those apart whose backward pass is written by hand: what their forward pass is made of is looked at. */
    static SteppedGraph opened(Node root) {
        return of(root, use -> use.op().written(0) != null);
    }

    private static SteppedGraph of(Node root, Predicate<Apply> isApart) {
        SteppedGraph parts = new SteppedGraph(root, new IdentityHashMap<>(), new IdentityHashMap<>());
        for (Node node : Topology.order(List.of(root))) {
            parts.copies.put(node, parts.copy(node, isApart));
        }
        return new SteppedGraph(parts.copies.get(root), parts.copies, parts.origins);
    }

    /** What a node of the whole graph is here. */
    Node of(Node node) {
        return copies.getOrDefault(node, node);
    }

    private Node copy(Node node, Predicate<Apply> isApart) {
        if (!(node instanceof Apply apply)) {
            return node;
        }
        List<Node> arguments = apply.arguments().stream().map(this::of).toList();
        Apply same = arguments.equals(apply.arguments()) ? apply : new Apply(apply.name(), apply.op(), arguments);
        Node copy = same;
        for (int depth = 0; depth < DEPTH && copy instanceof Apply whole && isApart.test(whole)
                && steps(whole) != null; depth++) {
            copy = steps(whole);
        }
        if (copy != apply) {
            mark(copy, apply, arguments);
        }
        return copy;
    }

    private static boolean isApart(Apply use) {
        return use.op().parts(use) != null;
    }

    private static Node steps(Apply use) {
        Node parts = use.op().parts(use);
        return parts != null ? parts : use.op().definition(use);
    }

    private void mark(Node copy, Apply origin, List<Node> arguments) {
        List<Node> inner = new ArrayList<>(List.of(copy));
        while (!inner.isEmpty()) {
            Node node = inner.remove(inner.size() - 1);
            if (node instanceof Apply && !arguments.contains(node) && origins.putIfAbsent(node, origin) == null) {
                inner.addAll(node.arguments());
            }
        }
    }
}
