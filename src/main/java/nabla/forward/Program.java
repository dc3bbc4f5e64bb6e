package nabla.forward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.tensor.Region;

/**
 * A graph written out for evaluation: a flat list of instructions at numbered places, each with the places of its arguments, which come
 * before it. In place of a composed operation stand the operations that it is composed of, so whatever runs a program, over doubles
 * ({@link Values}), over other numbers ({@link FieldValues}) or over lanes ({@link Perturbations}), meets kernels only, and a change passes
 * through it like through any others.
 */
public final class Program {

    private final Places places;
    private final Node[] nodes;
    /** The arguments of instruction i are those from starts[i] to starts[i + 1]. */
    private final int[] starts;
    private final int[] arguments;
    private final int size;
    /** Of the whole program that this may be the beginning of; worked out when doubles are run first. */
    private ScalarInstructions scalars;

    /** Everything the roots are computed from. */
    public Program(Collection<? extends Node> roots) {
        this(new Instructions(Topology.order(roots), null));
    }

    /**
     * The same for a first root each of whose nodes may be changed, and others whose nodes are not changed on their own: where anything is
     * composed, what these have in common with what is written already is not written again. So the guards of what is inside of a composed
     * operation are found there.
     */
    public static Program around(List<? extends Node> roots) {
        return new Program(new Instructions(Topology.order(roots), roots.get(0)));
    }

    private Program(Instructions instructions) {
        this.places = instructions.places();
        this.nodes = instructions.nodes();
        this.starts = instructions.starts();
        this.arguments = instructions.arguments();
        this.size = nodes.length;
    }

    private Program(Program whole, int size) {
        this.places = whole.places;
        this.nodes = whole.nodes;
        this.starts = whole.starts;
        this.arguments = whole.arguments;
        this.scalars = whole.scalars;
        this.size = size;
    }

    /** The beginning of this program up to the last of some nodes: all that is needed for the first roots, where these are they. */
    public Program upTo(Collection<? extends Node> some) {
        return new Program(this, 1 + some.stream().mapToInt(this::index).max().orElse(-1));
    }

    /** How many instructions. */
    public int size() {
        return size;
    }

    /** The instruction at a place, from 0: a leaf, or a use of an operation that has a kernel, with arguments of the right shapes. */
    public Node node(int i) {
        return nodes[i];
    }

    /** How many arguments instruction i has. */
    public int count(int i) {
        return starts[i + 1] - starts[i];
    }

    /** The place of argument k of instruction i. */
    public int argument(int i, int k) {
        return arguments[starts[i] + k];
    }

    /** The place of a node of the graph, or −1. */
    public int index(Node node) {
        int place = places.of(node);
        return place < size ? place : -1;
    }

    /** The entries of all values. */
    public long entries() {
        long entries = 0;
        for (int i = 0; i < size; i++) {
            entries += nodes[i].shape().count();
        }
        return entries;
    }

    /** Those of its instructions that work on single numbers. */
    ScalarInstructions scalars() {
        scalars = scalars != null ? scalars : new ScalarInstructions(nodes, starts, arguments);
        return scalars;
    }

    /** The uses of a place: for each its own place, and which argument it is there. */
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

    /** By place, whether it is one of some nodes or depends on one. */
    boolean[] reached(Collection<? extends Node> some) {
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

    /** What changes of its arguments, by place, can touch of the value of instruction i; null if none of them changes. */
    Region touched(int i, Region[] changed) {
        Region part = null;
        if (scalars().runs(i)) {
            for (int k = 0; k < count(i) && part == null; k++) {
                part = changed[argument(i, k)];
            }
            return part;
        }
        for (int k = 0; k < count(i); k++) {
            Region argument = changed[argument(i, k)];
            if (argument != null) {
                Apply use = (Apply) nodes[i];
                Region touched = use.op().touched(k, argument, use);
                part = part == null ? touched : touched == null ? part : part.union(touched);
            }
        }
        return part;
    }
}
