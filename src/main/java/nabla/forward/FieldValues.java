package nabla.forward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.limit.Stop;
import nabla.tensor.Block;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.apache.commons.math3.RealFieldElement;

/**
 * The value of every node of a tape over another arithmetic than {@code double}, and again after a change of one node.
 *
 * @param <T> the numbers
 */
public final class FieldValues<T extends RealFieldElement<T>> {

    private final Tape tape;
    private final DoubleFunction<T> number;
    private final List<Numbers<T>> values;
    /** The nodes, by place, whose value is a given one and does not change. */
    private final boolean[] held;

    /**
     * The forward pass.
     *
     * @param number the exact image of a double
     */
    public FieldValues(Tape tape, Map<Input, Tensor> point, DoubleFunction<T> number) {
        this(tape, point, number, null, node -> false);
    }

    /**
     * The forward pass, held to what doubles see: where rounding puts the point on the other side of a step, a value that moves in steps
     * is the one seen there, also after changes. All else would be another function.
     *
     * @param seen     the values in doubles; may be null if no value moves in steps
     * @param stepwise whether a node's value moves in steps
     */
    public FieldValues(Tape tape, Map<Input, Tensor> point, DoubleFunction<T> number, Values seen, Predicate<Apply> stepwise) {
        this.tape = tape;
        this.number = number;
        this.values = new ArrayList<>(tape.size());
        this.held = new boolean[tape.size()];
        for (int i = 0; i < tape.size(); i++) {
            values.add(compute(i, point));
            if (tape.node(i) instanceof Apply use && stepwise.test(use)) {
                hold(i, seen.of(use));
            }
        }
    }

    private void hold(int i, Tensor seen) {
        for (int k = 0; k < seen.count() && !held[i]; k++) {
            held[i] = values.get(i).at(k).getReal() != seen.at(k);
        }
        if (held[i]) {
            values.set(i, exactly(seen));
        }
    }

    private Numbers<T> compute(int i, Map<Input, Tensor> point) {
        Stop.ifAsked();
        Node node = tape.node(i);
        if (node instanceof Apply) {
            return apply(i, values);
        }
        return exactly(node instanceof Constant constant ? constant.value() : point.get((Input) node));
    }

    private Numbers<T> exactly(Tensor value) {
        Numbers<T> result = empty(value.shape());
        for (int k = 0; k < value.count(); k++) {
            result.set(k, number.apply(value.at(k)));
        }
        return result;
    }

    private Numbers<T> apply(int i, List<Numbers<T>> from) {
        List<Numbers<T>> arguments = new ArrayList<>();
        for (int k = 0; k < tape.count(i); k++) {
            arguments.add(from.get(tape.argument(i, k)));
        }
        Numbers<T> result = empty(tape.node(i).shape());
        ((Apply) tape.node(i)).op().value(arguments, result);
        return result;
    }

    /** A part of a result again, where the rest stays what it was. */
    private Numbers<T> again(int i, Region part, List<Numbers<T>> from) {
        Stop.ifAsked();
        Apply use = (Apply) tape.node(i);
        Numbers<T> result = copy(i);
        if (use.op().elementwise()) {
            for (int k = 0; k < part.lines(); k++) {
                for (int column = part.left(); column < part.left() + part.columns(); column++) {
                    entry(i, part.line(k) * use.shape().columns() + column, from, result);
                }
            }
            return result;
        }
        List<Numbers<T>> arguments = new ArrayList<>();
        for (int k = 0; k < tape.count(i); k++) {
            arguments.add(from.get(tape.argument(i, k)));
        }
        Numbers<T> value = empty(part.shape());
        use.op().value(use, part, arguments, value);
        new Block(part).put(value, result);
        return result;
    }

    private Numbers<T> copy(int i) {
        return new Numbers<>(tape.node(i).shape(), new ArrayList<>(values.get(i).entries()));
    }

    /** An entry of an operation on entries again, if an argument's entry is another number than before. */
    private void entry(int i, int k, List<Numbers<T>> from, Numbers<T> result) {
        Apply use = (Apply) tape.node(i);
        List<Numbers<T>> entry = new ArrayList<>(tape.count(i));
        boolean changed = false;
        for (int j = 0; j < tape.count(i); j++) {
            int place = tape.argument(i, j);
            int at = from.get(place).shape().stretched(k, use.shape());
            entry.add(new Numbers<>(Shape.SCALAR, List.of(from.get(place).at(at))));
            changed |= from.get(place).at(at) != values.get(place).at(at);
        }
        if (changed) {
            Numbers<T> single = empty(Shape.SCALAR);
            use.op().value(entry, single);
            result.set(k, single.at(0));
        }
    }

    private Numbers<T> empty(Shape shape) {
        return new Numbers<>(shape, new ArrayList<>(Collections.nCopies(shape.count(), null)));
    }

    /** The value of a node of the tape. */
    public Numbers<T> of(Node node) {
        return values.get(tape.index(node));
    }

    /** The value of {@code wanted} when one entry of {@code moved} is changed by an amount; nothing is kept. */
    public Numbers<T> after(Node moved, int entry, T change, Node wanted) {
        Numbers<T> at = copy(tape.index(moved));
        at.set(entry, at.at(entry).add(change));
        return after(moved, at, Region.entry(moved.shape(), entry), wanted);
    }

    /** The same when all entries are changed at once, by {@code step} times the entries of a direction. */
    public Numbers<T> after(Node moved, double[] direction, T step, Node wanted) {
        return after(moved, moved(moved, values.get(tape.index(moved)), direction, step), Region.all(moved.shape()), wanted);
    }

    /** The same after two changes: the value beside the point, at an offset from it. */
    public Numbers<T> after(Node moved, double[] offset, T distance, double[] direction, T step, Node wanted) {
        Numbers<T> beside = moved(moved, values.get(tape.index(moved)), offset, distance);
        return after(moved, moved(moved, beside, direction, step), Region.all(moved.shape()), wanted);
    }

    private Numbers<T> moved(Node node, Numbers<T> from, double[] direction, T step) {
        Numbers<T> at = empty(node.shape());
        for (int k = 0; k < direction.length; k++) {
            at.set(k, direction[k] == 0 ? from.at(k) : from.at(k).add(step.multiply(number.apply(direction[k]))));
        }
        return at;
    }

    private Numbers<T> after(Node moved, Numbers<T> at, Region part, Node wanted) {
        int start = tape.index(moved);
        int end = tape.index(wanted);
        List<Numbers<T>> changed = new ArrayList<>(values);
        Region[] parts = new Region[tape.size()];
        changed.set(start, at);
        parts[start] = part;
        for (int place : tape.downstream(start)) {
            parts[place] = place <= end && !held[place] ? touched(place, parts) : null;
            if (parts[place] != null) {
                changed.set(place, again(place, parts[place], changed));
            }
        }
        return changed.get(end);
    }

    /** How many numbers have to be computed to get from a change of one entry of {@code moved} to {@code wanted}. */
    public long reach(Node moved, int entry, Node wanted) {
        int start = tape.index(moved);
        int end = tape.index(wanted);
        Region[] parts = new Region[tape.size()];
        parts[start] = Region.entry(moved.shape(), entry);
        long reach = 0;
        for (int place : tape.downstream(start)) {
            parts[place] = place <= end && !held[place] ? touched(place, parts) : null;
            reach += parts[place] == null ? 0 : parts[place].area();
        }
        return reach;
    }

    private Region touched(int i, Region[] parts) {
        Apply use = (Apply) tape.node(i);
        Region part = null;
        for (int k = 0; k < tape.count(i); k++) {
            Region changed = parts[tape.argument(i, k)];
            if (changed != null) {
                Region touched = use.op().touched(k, changed, use);
                part = part == null ? touched : touched == null ? part : part.union(touched);
            }
        }
        return part;
    }
}
