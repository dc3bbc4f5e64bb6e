package nabla.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.backward.ReversePass;
import nabla.graph.Node;
import nabla.graph.Tape;

/** The gradient of the output as a node, for every node by which one is verified, in their order. */
public final class Adjoints {

    private final ReversePass pass;
    private final List<Node> nodes;
    private final Tape graph;
    /** By place in the graph. */
    private final boolean[] known;
    /** Of the nodes whose gradient is identically zero. */
    private final Map<Node, Node> zeros = new IdentityHashMap<>();

    /** By some nodes of a graph, or inputs that it does not depend on. */
    Adjoints(Tape graph, ReversePass pass, List<Node> nodes) {
        this.graph = graph;
        this.pass = pass;
        this.nodes = nodes;
        this.known = new boolean[graph.size()];
        for (Node node : nodes) {
            int place = graph.index(node);
            if (place >= 0) {
                known[place] = true;
            }
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
        int place = graph.index(node);
        return place >= 0 ? known[place] : zeros.containsKey(node);
    }

    /** The gradient by a node, of its shape; null where there is none. */
    public Node of(Node node) {
        Node adjoint = contains(node) ? pass.adjoint(node) : null;
        return adjoint != null ? adjoint : zeros.get(node);
    }

    /** All of them; {@code withTerms} with the terms that add up to them. */
    List<Node> all(boolean withTerms) {
        List<Node> all = new ArrayList<>(withTerms ? 3 * nodes.size() : nodes.size());
        for (Node node : nodes) {
            all.add(of(node));
        }
        for (int k = 0; withTerms && k < nodes.size(); k++) {
            pass.addTerms(nodes.get(k), all);
        }
        return all;
    }
}
