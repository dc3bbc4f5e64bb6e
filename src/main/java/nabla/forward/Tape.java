package nabla.forward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;

/** Nodes in topological order with their arguments as indices: what is evaluated many times. */
public final class Tape {

    private final Node[] nodes;
    private final Places places;
    /** The arguments of node i are those from starts[i] to starts[i + 1]. */
    private final int[] starts;
    private final int[] arguments;
    private final int size;

    /** Everything the roots are computed from. */
    public Tape(Collection<? extends Node> roots) {
        List<Node> order = Topology.order(roots);
        nodes = order.toArray(Node[]::new);
        size = nodes.length;
        places = new Places(size);
        starts = new int[size + 1];
        for (int i = 0; i < size; i++) {
            places.add(nodes[i], i);
            starts[i + 1] = starts[i] + nodes[i].arguments().size();
        }
        arguments = new int[starts[size]];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < count(i); k++) {
                arguments[starts[i] + k] = places.of(nodes[i].arguments().get(k));
            }
        }
    }

    private Tape(Tape whole, int size) {
        this.nodes = whole.nodes;
        this.places = whole.places;
        this.starts = whole.starts;
        this.arguments = whole.arguments;
        this.size = size;
    }

    /** The beginning of this tape up to the last of some nodes: all that is needed for the first roots, where these are they. */
    public Tape upTo(Collection<? extends Node> nodes) {
        return new Tape(this, 1 + nodes.stream().mapToInt(this::index).max().orElse(-1));
    }

    public int size() {
        return size;
    }

    /** The node at a place of the tape, from 0; arguments come before their uses. */
    public Node node(int i) {
        return nodes[i];
    }

    /** How many arguments node i has. */
    public int count(int i) {
        return starts[i + 1] - starts[i];
    }

    /** The place of argument k of node i. */
    public int argument(int i, int k) {
        return arguments[starts[i] + k];
    }

    /** The place of a node, or −1. */
    public int index(Node node) {
        int place = places.of(node);
        return place < size ? place : -1;
    }

    /** The uses of node i: for each the place of the node, and which argument i is there. */
    List<int[]> uses(int i) {
        List<int[]> uses = new ArrayList<>();
        for (int k = i + 1; k < size; k++) {
            for (int j = 0; j < count(k); j++) {
                if (argument(k, j) == i) {
                    uses.add(new int[] {k, j});
                }
            }
        }
        return uses;
    }

    /** The places of all nodes that depend on node i, itself left out, in order. */
    public int[] downstream(int i) {
        boolean[] reached = new boolean[size];
        reached[i] = true;
        int[] found = new int[16];
        int count = 0;
        for (int k = i + 1; k < size; k++) {
            for (int j = starts[k]; j < starts[k + 1] && !reached[k]; j++) {
                reached[k] = reached[arguments[j]];
            }
            if (reached[k]) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = k;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
