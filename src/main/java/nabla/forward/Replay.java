package nabla.forward;

import java.util.stream.IntStream;
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
    private final Program program;
    private final int start;
    private final int[] affected;
    /** By place; null for what does not depend on the changed node and is as at the point. */
    private final Tensor[] values;
    private final Tensor[][] arguments;
    /** By place, where the value differs from that at the point; null if nowhere. */
    private final Region[] changed;

    /** Prepares for changes of one node of the program. */
    public Replay(Values base, Node changed) {
        this.base = base;
        this.program = base.program();
        this.start = program.index(changed);
        this.affected = program.downstream(start);
        this.values = new Tensor[program.size()];
        this.arguments = new Tensor[program.size()][];
        this.changed = new Region[program.size()];
        values[start] = base.at(start).copy();
        for (int place : affected) {
            values[place] = base.at(place).copy();
            arguments[place] = IntStream.range(0, program.count(place)).mapToObj(k -> at(program.argument(place, k))).toArray(Tensor[]::new);
        }
    }

    /** Puts the changed node back to the point, adds to one of its entries, and evaluates what depends on it. */
    public void add(int entry, double change) {
        restore(start);
        values[start].data()[entry] += change;
        changed[start] = Region.entry(values[start].shape(), entry);
        for (int place : affected) {
            evaluate(place);
        }
    }

    private void restore(int place) {
        if (changed[place] != null) {
            new Block(changed[place]).copy(base.at(place), values[place]);
            changed[place] = null;
        }
    }

    private void evaluate(int place) {
        Stop.ifAsked();
        Apply use = (Apply) program.node(place);
        Region touched = program.touched(place, changed);
        Region part = touched != null && use.shape().count() <= SMALL ? Region.all(use.shape()) : touched;
        boolean whole = part != null && part.isAll(use.shape());
        if (!whole) {
            restore(place);
        }
        if (whole) {
            use.op().value(arguments[place], values[place]);
        } else if (part != null) {
            Tensor value = Tensor.zeros(part.shape());
            use.op().value(use, part, arguments[place], value);
            new Block(part).put(value, values[place]);
        }
        changed[place] = part == null || new Block(part).isSame(base.at(place), values[place]) ? null : part;
    }

    /** The value after the last change. */
    public Tensor of(Node node) {
        return at(program.index(node));
    }

    private Tensor at(int place) {
        return values[place] != null ? values[place] : base.at(place);
    }

    /** Whether a node depends on the changed one (or is it). */
    public boolean affects(Node node) {
        return values[program.index(node)] != null;
    }
}
