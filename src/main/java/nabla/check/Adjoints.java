package nabla.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.backward.ReversePass;
import nabla.graph.Node;
import nabla.graph.Places;

/** The gradient of the output as a node, for every node by which one is verified, in their order. */
public final class Adjoints {

    private final ReversePass pass;
    private final List<Node> nodes;
    private final Places known;
    /** Of the nodes whose gradient is identically zero. */
    private final Map<Node, Node> zeros = new IdentityHashMap<>();

    Adjoints(ReversePass pass, Collection<? extends Node> nodes) {
        this.pass = pass;
        this.nodes = List.copyOf(nodes);
        this.known = new Places(nodes.size());
        for (Node node : this.nodes) {
            known.add(node, 0);
            if (pass.adjoint(node) == null) {
                zeros.put(node, pass.gradient(node));
            }
        }
    }

    /** By these nodes. */
    public List<Node> nodes() {
        return nodes;
    }

    /** Whether there is a gradient by this node. */
    public boolean contains(Node node) {
        return known.contains(node);
    }

    /** The gradient by a node, of its shape; null where there is none. */
    public Node of(Node node) {
        Node zero = zeros.get(node);
        return !known.contains(node) ? null : zero != null ? zero : pass.adjoint(node);
    }

    /** All of them; {@code withTerms} with the terms that add up to them. */
    List<Node> all(boolean withTerms) {
        List<Node> all = new ArrayList<>(nodes.size());
        nodes.forEach(node -> all.add(of(node)));
        if (withTerms) {
            nodes.forEach(node -> pass.contributions(node).forEach(contribution -> all.add(contribution.term())));
        }
        return all;
    }
}
