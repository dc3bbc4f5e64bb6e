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

    private final Tape graph;
    private final ReversePass pass;
    private final List<Node> nodes;
    /** By node, its place in the graph; −1 of an input that the output does not depend on. */
    private final int[] places;
    /** By place in the graph. */
    private final boolean[] known;
    /** Of the nodes whose gradient is identically zero. */
    private final Map<Node, Node> zeros = new IdentityHashMap<>();

    Adjoints(Tape graph, ReversePass pass, List<Node> nodes) {
        this.graph = graph;
        this.pass = pass;
        this.nodes = nodes;
        this.places = new int[nodes.size()];
        this.known = new boolean[graph.size()];
        for (int k = 0; k < places.length; k++) {
            Node node = nodes.get(k);
            places[k] = graph.index(node);
            if (places[k] >= 0) {
                known[places[k]] = true;
            }
            if (places[k] < 0 || pass.adjoint(places[k]) == null) {
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
        List<Node> all = new ArrayList<>(withTerms ? 3 * places.length : places.length);
        for (int k = 0; k < places.length; k++) {
            Node adjoint = places[k] < 0 ? null : pass.adjoint(places[k]);
            all.add(adjoint != null ? adjoint : zeros.get(nodes.get(k)));
        }
        for (int k = 0; withTerms && k < places.length; k++) {
            if (places[k] >= 0) {
                pass.addTerms(places[k], all);
            }
        }
        return all;
    }
}
