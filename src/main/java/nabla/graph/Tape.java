package nabla.graph;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A graph as a flat list: its nodes in topological order, arguments before their uses, each with the places of its arguments. (A Wengert list,
 * or tape.) It is made once; whatever goes over the graph goes over places, without looking nodes up.
 */
public final class Tape {

    private final Places places;
    private final Node[] nodes;
    /** The arguments of node i are those from starts[i] to starts[i + 1]. */
    private final int[] starts;
    private final int[] arguments;
    private final int size;
    private final boolean composed;

    /** What is given is not copied; the arrays may be longer than so many nodes need. */
    Tape(Places places, Node[] nodes, int[] starts, int[] arguments, int size, boolean composed) {
        this.places = places;
        this.nodes = nodes;
        this.starts = starts;
        this.arguments = arguments;
        this.size = size;
        this.composed = composed;
    }

    /** Everything that the roots are computed from, each node once; in the order the text wrote them. */
    public static Tape of(Collection<? extends Node> roots) {
        return new TapeWriter().addAll(roots).tape();
    }

    /** This, and behind it what else further roots are computed from. */
    @SafeVarargs
    public final Tape with(Collection<? extends Node>... roots) {
        TapeWriter writer = new TapeWriter(new Places(places), Arrays.copyOf(nodes, size), Arrays.copyOf(starts, size + 1),
                Arrays.copyOf(arguments, starts[size]), size, composed);
        for (Collection<? extends Node> some : roots) {
            writer.addAll(some);
        }
        return writer.tape();
    }

    /** The beginning of this, so many nodes. */
    public Tape upTo(int count) {
        return new Tape(places, nodes, starts, arguments, count, composed);
    }

    /** Whether any operation in it has no kernel. */
    public boolean isComposed() {
        return composed;
    }

    /** How many nodes. */
    public int size() {
        return size;
    }

    /** The nodes; the list cannot be changed. */
    public List<Node> nodes() {
        List<Node> all = Arrays.asList(nodes);
        return Collections.unmodifiableList(size == nodes.length ? all : all.subList(0, size));
    }

    /** The node at a place, from 0. */
    public Node node(int i) {
        return nodes[i];
    }

    /** The place of a node, or −1. */
    public int index(Node node) {
        int place = places.of(node);
        return place < size ? place : -1;
    }

    /** How many arguments node i has. */
    public int count(int i) {
        return starts[i + 1] - starts[i];
    }

    /** The place of argument k of node i. */
    public int argument(int i, int k) {
        return arguments[starts[i] + k];
    }

    /** By place, whether it is one of some nodes or depends on one. */
    public boolean[] reached(Collection<? extends Node> some) {
        boolean[] reached = new boolean[size];
        for (Node node : some) {
            int place = index(node);
            if (place >= 0) {
                reached[place] = true;
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = starts[i]; j < starts[i + 1] && !reached[i]; j++) {
                reached[i] = reached[arguments[j]];
            }
        }
        return reached;
    }

    /** The places of all that depends on place i, itself left out, in order. */
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
