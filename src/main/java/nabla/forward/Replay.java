package nabla.forward;

import java.util.Arrays;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.limit.Stop;
import nabla.tensor.Block;
import nabla.tensor.Region;
import nabla.tensor.Tensor;

/**
 * Evaluation again after a change of one node: only what depends on it is computed, everything else is read from the values at the
 * unchanged point. A new value may be put on a leaf or on an inner node.
 *
 * <p>Of each result only the box that the change can touch is computed, and nothing below one that came out the same. The
 * operations say which box that is; what is computed is the same to the last bit as an evaluation from scratch.
 */
public final class Replay {

    /** Below this many entries a result is computed as a whole. */
    private static final int SMALL = 16;

    private final Values base;
    private final int start;
    private final int[] affected;
    private final int[] slots;
    private final Tensor[] scratch;
    private final Tensor[][] arguments;
    /** By slot, where the value differs from that at the point; null if nowhere. */
    private final Region[] changed;

    /** Prepares for changes of one node of the program. */
    public Replay(Values base, Node changed) {
        this.base = base;
        this.start = base.program().index(changed);
        this.affected = base.program().downstream(start);
        this.scratch = new Tensor[affected.length + 1];
        this.arguments = new Tensor[affected.length][];
        this.changed = new Region[affected.length + 1];
        scratch[affected.length] = base.at(start).copy();
        this.slots = new int[base.program().size()];
        Arrays.fill(slots, -1);
        slots[start] = affected.length;
        for (int k = 0; k < affected.length; k++) {
            scratch[k] = base.at(affected[k]).copy();
            arguments[k] = arguments(affected[k]);
            slots[affected[k]] = k;
        }
    }

    private Tensor[] arguments(int place) {
        Tensor[] found = new Tensor[base.program().count(place)];
        for (int j = 0; j < found.length; j++) {
            int argument = base.program().argument(place, j);
            found[j] = slots[argument] < 0 ? base.at(argument) : scratch[slots[argument]];
        }
        return found;
    }

    /** Puts the changed node back to the point, adds to one of its entries, and evaluates what depends on it. */
    public void add(int entry, double change) {
        Tensor moved = scratch[affected.length];
        restore(affected.length, start);
        moved.data()[entry] += change;
        changed[affected.length] = Region.entry(moved.shape(), entry);
        for (int k = 0; k < affected.length; k++) {
            evaluate(k);
        }
    }

    private void restore(int slot, int place) {
        if (changed[slot] != null) {
            new Block(changed[slot]).copy(base.at(place), scratch[slot]);
            changed[slot] = null;
        }
    }

    private void evaluate(int k) {
        Stop.ifAsked();
        Apply apply = (Apply) base.program().node(affected[k]);
        Region part = touched(k, apply);
        if (part == null || !part.isAll(apply.shape())) {
            restore(k, affected[k]);
        }
        if (part == null) {
            return;
        }
        if (part.isAll(apply.shape())) {
            apply.op().value(arguments[k], scratch[k]);
        } else {
            new Block(part).put(value(apply, part, arguments[k]), scratch[k]);
        }
        changed[k] = part;
        if (new Block(part).isSame(base.at(affected[k]), scratch[k])) {
            changed[k] = null;
        }
    }

    /** What the changes of its arguments can touch of a result; null if none of them changed. */
    private Region touched(int k, Apply apply) {
        Region part = null;
        for (int j = 0; j < arguments[k].length; j++) {
            int slot = slots[base.program().argument(affected[k], j)];
            if (slot >= 0 && changed[slot] != null) {
                if (apply.shape().count() <= SMALL) {
                    return Region.all(apply.shape());
                }
                Region touched = apply.op().touched(j, changed[slot], apply);
                part = part == null ? touched : touched == null ? part : part.union(touched);
            }
        }
        return part;
    }

    /** A part of the value of an operation. */
    static Tensor value(Apply apply, Region part, Tensor[] arguments) {
        Tensor value = Tensor.zeros(part.shape());
        apply.op().value(apply, part, arguments, value);
        return value;
    }

    /** The value after the last change. */
    public Tensor of(Node node) {
        int slot = slots[base.program().index(node)];
        return slot < 0 ? base.of(node) : scratch[slot];
    }

    /** Whether a node depends on the changed one (or is it). */
    public boolean affects(Node node) {
        return slots[base.program().index(node)] >= 0;
    }
}
