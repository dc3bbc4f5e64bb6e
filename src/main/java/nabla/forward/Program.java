package nabla.forward;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Tape;
import nabla.tensor.Region;

/**
 * A graph written out for evaluation: a flat list of instructions at numbered places, each with the places of its arguments, which come
 * before it. In place of a composed operation stand the operations that it is composed of, so whatever runs a program, over doubles
 * ({@link Values}), over other numbers ({@link FieldValues}) or over lanes ({@link Perturbations}), meets kernels only, and a change passes
 * through it like through any others.
 */
public final class Program {

    private final Tape tape;
    /** Of the whole program that this may be the beginning of; worked out when doubles are run first. */
    private ScalarInstructions scalars;

    /** Everything the roots are computed from. */
    public Program(Collection<? extends Node> roots) {
        this(Instructions.of(Tape.of(roots), null));
    }

    /**
     * The same for a graph each of whose nodes may be changed, and other roots whose nodes are not changed on their own: where anything is
     * composed, what these have in common with what is written already is not written again. So the guards of what is inside of a composed
     * operation are found there.
     *
     * @param graph with its root at the end
     */
    @SafeVarargs
    public static Program around(Tape graph, Collection<? extends Node>... others) {
        return new Program(Instructions.of(graph.with(others), graph.node(graph.size() - 1)));
    }

    private Program(Tape tape) {
        this.tape = tape;
    }

    private Program(Program whole, int size) {
        this.tape = whole.tape.upTo(size);
        this.scalars = whole.scalars;
    }

    /** The beginning of this program up to the last of some nodes: all that is needed for the first roots, where these are they. */
    public Program upTo(Collection<? extends Node> some) {
        return new Program(this, 1 + some.stream().mapToInt(this::index).max().orElse(-1));
    }

    /** How many instructions. */
    public int size() {
        return tape.size();
    }

    /** The instruction at a place, from 0: a leaf, or a use of an operation that has a kernel, with arguments of the right shapes. */
    public Node node(int i) {
        return tape.node(i);
    }

    /** How many arguments instruction i has. */
    public int count(int i) {
        return tape.count(i);
    }

    /** The place of argument k of instruction i. */
    public int argument(int i, int k) {
        return tape.argument(i, k);
    }

    /** The place of a node of the graph, or −1. */
    public int index(Node node) {
        return tape.index(node);
    }

    /** The entries of all values. */
    public long entries() {
        long entries = 0;
        for (int i = 0; i < size(); i++) {
            entries += node(i).shape().count();
        }
        return entries;
    }

    /** Those of its instructions that work on single numbers. */
    ScalarInstructions scalars() {
        scalars = scalars != null ? scalars : new ScalarInstructions(tape);
        return scalars;
    }

    /** The uses of a place: for each its own place, and which argument it is there. */
    List<int[]> uses(int i) {
        List<int[]> uses = new ArrayList<>();
        for (int k = i + 1; k < size(); k++) {
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
        return tape.downstream(i);
    }

    /** By place, whether it is one of some nodes or depends on one. */
    boolean[] reached(Collection<? extends Node> some) {
        return tape.reached(some);
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
                Apply use = (Apply) node(i);
                Region touched = use.op().touched(k, argument, use);
                part = part == null ? touched : touched == null ? part : part.union(touched);
            }
        }
        return part;
    }
}
