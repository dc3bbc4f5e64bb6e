package nabla.forward;

import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Node;
import nabla.graph.Topology;

/** Nodes in topological order with their arguments as indices: what is evaluated many times. */
public final class Tape {

    private static final int[] LEAF = {};

    private final Node[] nodes;
    private final int[][] arguments;
    private final Map<Node, Integer> indices;

    /** Everything the roots are computed from. */
    public Tape(Collection<? extends Node> roots) {
        List<Node> order = Topology.order(roots);
        nodes = order.toArray(Node[]::new);
        indices = new IdentityHashMap<>(nodes.length);
        arguments = new int[nodes.length][];
        for (int i = 0; i < nodes.length; i++) {
            indices.put(nodes[i], i);
            arguments[i] = places(nodes[i].arguments());
        }
    }

    private int[] places(List<Node> nodes) {
        int[] places = nodes.isEmpty() ? LEAF : new int[nodes.size()];
        for (int k = 0; k < places.length; k++) {
            places[k] = indices.get(nodes.get(k));
        }
        return places;
    }

    public int size() {
        return nodes.length;
    }

    /** The node at a place of the tape, from 0; arguments come before their uses. */
    public Node node(int i) {
        return nodes[i];
    }

    /** The places of the arguments of node i. */
    int[] arguments(int i) {
        return arguments[i];
    }

    /** The place of a node, or −1. */
    public int index(Node node) {
        return indices.getOrDefault(node, -1);
    }

    /** The places of all nodes that depend on node i, itself left out, in order. */
    int[] downstream(int i) {
        boolean[] reached = new boolean[nodes.length];
        reached[i] = true;
        int[] places = new int[16];
        int count = 0;
        for (int k = i + 1; k < nodes.length; k++) {
            for (int argument : arguments[k]) {
                if (argument >= i && reached[argument]) {
                    reached[k] = true;
                    places = count == places.length ? Arrays.copyOf(places, 2 * count) : places;
                    places[count++] = k;
                    break;
                }
            }
        }
        return Arrays.copyOf(places, count);
    }
}
