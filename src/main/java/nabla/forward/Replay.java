package nabla.forward;

import java.util.Arrays;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.matrix.Matrix;

/**
 * Evaluation again after a change of one node: only what depends on it is computed, everything else is read from the values at the
 * unchanged point. A new value may be put on a leaf or on an inner node.
 */
public final class Replay {

    private final Values base;
    private final int start;
    private final int[] affected;
    private final Matrix[] scratch;
    private final int[] slots;
    private final Matrix[][] arguments;
    private int moved;
    private double original;

    /** Prepares for changes of one node of the tape. */
    public Replay(Values base, Node changed) {
        this.base = base;
        this.start = base.tape().index(changed);
        this.affected = base.tape().downstream(start);
        this.scratch = new Matrix[affected.length + 1];
        this.arguments = new Matrix[affected.length][];
        scratch[affected.length] = base.at(start).copy();
        original = scratch[affected.length].at(0);
        this.slots = new int[base.tape().size()];
        Arrays.fill(slots, -1);
        slots[start] = affected.length;
        for (int k = 0; k < affected.length; k++) {
            scratch[k] = Matrix.zeros(base.tape().node(affected[k]).shape());
            arguments[k] = arguments(affected[k]);
            slots[affected[k]] = k;
        }
    }

    private Matrix[] arguments(int place) {
        Matrix[] found = new Matrix[base.tape().count(place)];
        for (int j = 0; j < found.length; j++) {
            int argument = base.tape().argument(place, j);
            found[j] = slots[argument] < 0 ? base.at(argument) : scratch[slots[argument]];
        }
        return found;
    }

    /** Puts the changed node back to the point, adds to one of its entries, and evaluates what depends on it. */
    public void add(int entry, double change) {
        double[] data = scratch[affected.length].data();
        data[moved] = original;
        moved = entry;
        original = data[entry];
        data[entry] = original + change;
        for (int k = 0; k < affected.length; k++) {
            ((Apply) base.tape().node(affected[k])).op().value(arguments[k], scratch[k]);
        }
    }

    /** The value after the last change. */
    public Matrix of(Node node) {
        int slot = slots[base.tape().index(node)];
        return slot < 0 ? base.of(node) : scratch[slot];
    }

    /** Whether a node depends on the changed one (or is it). */
    public boolean affects(Node node) {
        return slots[base.tape().index(node)] >= 0;
    }
}
