package nabla.graph;

import java.util.Arrays;
import java.util.Collection;
import nabla.limit.Stop;

/** Writes tapes, without recursion: a chain of a million nodes must not overflow the stack. */
public final class TapeWriter {

    private final Places places;
    private Node[] nodes;
    private int[] starts;
    private int[] arguments;
    private int size;
    private boolean composed;
    /** The nodes on the way from a root to where the walk is, each with the number of its next argument. */
    private Node[] path = new Node[16];
    private int[] next = new int[16];
    private int depth;
    /** The places of the arguments that are written, of each node on the way. */
    private int[] written = new int[16];
    private int count;

    /** A new tape. */
    public TapeWriter() {
        this(new Places(), new Node[16], new int[17], new int[32], 0, false);
    }

    /** Goes on behind what is there already. */
    TapeWriter(Places places, Node[] nodes, int[] starts, int[] arguments, int size, boolean composed) {
        this.places = places;
        this.nodes = nodes;
        this.starts = starts;
        this.arguments = arguments;
        this.size = size;
        this.composed = composed;
    }

    /** What was written. It must not be written on. */
    public Tape tape() {
        return new Tape(places, nodes, starts, arguments, size, composed);
    }

    /** Everything that roots are computed from and that is not there yet. */
    TapeWriter addAll(Collection<? extends Node> roots) {
        for (Node root : roots) {
            if (!places.contains(root)) {
                push(root);
                walk();
            }
        }
        return this;
    }

    private void walk() {
        while (depth > 0) {
            Stop.ifAsked();
            Node of = path[depth - 1];
            int k = next[depth - 1]++;
            if (k == of.arity()) {
                int place = finished(k);
                if (depth > 0) {
                    written(place);
                }
            } else {
                Node argument = ((Apply) of).argument(k);
                int place = places.of(argument);
                if (place >= 0) {
                    written(place);
                } else {
                    push(argument);
                }
            }
        }
    }

    private void push(Node node) {
        if (depth == path.length) {
            path = Arrays.copyOf(path, 2 * depth);
            next = Arrays.copyOf(next, 2 * depth);
        }
        path[depth] = node;
        next[depth++] = 0;
    }

    private void written(int place) {
        written = count == written.length ? Arrays.copyOf(written, 2 * count) : written;
        written[count++] = place;
    }

    /** Writes the node on top of the way, whose so many arguments are written. */
    private int finished(int of) {
        Node node = path[--depth];
        composed |= node instanceof Apply use && use.op().isComposed();
        count -= of;
        int place = append(node, written, count, of);
        places.add(node, place);
        return place;
    }

    /** Writes an instruction of so many arguments by their places; gives its own. */
    public int append(Node node, int[] from, int start, int of) {
        int first = starts[size];
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * size + 8);
            starts = Arrays.copyOf(starts, 2 * size + 9);
        }
        if (first + of > arguments.length) {
            arguments = Arrays.copyOf(arguments, 2 * (first + of));
        }
        System.arraycopy(from, start, arguments, first, of);
        nodes[size] = node;
        starts[size + 1] = first + of;
        return size++;
    }

    /** The place of a node, or −1. */
    public int index(Node node) {
        return places.of(node);
    }

    /** Says at which place the value of a node is, unless that is known. */
    public void put(Node node, int place) {
        places.add(node, place);
    }
}
