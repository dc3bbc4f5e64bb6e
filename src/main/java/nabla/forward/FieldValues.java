package nabla.forward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.limit.Stop;
import nabla.number.Real;
import nabla.tensor.Block;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * A run of a program over another arithmetic than {@code double}: the value at every place, and again after a change of one node.
 *
 * @param <T> the numbers
 */
public final class FieldValues<T extends Real<T>> {

    private final Program program;
    private final DoubleFunction<T> number;
    private final List<Numbers<T>> values;
    /** The places whose value is a given one and does not change. */
    private final boolean[] held;
    /** By place, the value once more, to be changed in part and put back; null where that was not asked for yet. */
    private final List<Numbers<T>> copies;

    /**
     * A run with values of the inputs in that arithmetic.
     *
     * @param number the exact image of a double
     */
    public FieldValues(Program program, Function<Input, Numbers<T>> point, DoubleFunction<T> number) {
        this(program, point, number, null, node -> false);
    }

    /** A run at a point in doubles. */
    public FieldValues(Program program, Map<Input, Tensor> point, DoubleFunction<T> number) {
        this(program, point, number, null, node -> false);
    }

    /**
     * A run held to what doubles see: where rounding puts the point on the other side of a step, a value that moves in steps
     * is the one seen there, also after changes. All else would be another function.
     *
     * @param seen     the values in doubles; may be null if no value moves in steps
     * @param stepwise whether a node's value moves in steps
     */
    public FieldValues(Program program, Map<Input, Tensor> point, DoubleFunction<T> number, Values seen, Predicate<Apply> stepwise) {
        this(program, input -> Numbers.of(point.get(input), number), number, seen, stepwise);
    }

    private FieldValues(Program program, Function<Input, Numbers<T>> point, DoubleFunction<T> number, Values seen, Predicate<Apply> stepwise) {
        this.program = program;
        this.number = number;
        this.values = new ArrayList<>(program.size());
        this.held = new boolean[program.size()];
        this.copies = new ArrayList<>(Collections.nCopies(program.size(), null));
        for (int i = 0; i < program.size(); i++) {
            values.add(compute(i, point));
            if (program.node(i) instanceof Apply use && stepwise.test(use)) {
                hold(i, seen.at(i));
            }
        }
    }

    private void hold(int i, Tensor seen) {
        for (int k = 0; k < seen.count() && !held[i]; k++) {
            held[i] = values.get(i).at(k).getReal() != seen.at(k);
        }
        if (held[i]) {
            values.set(i, Numbers.of(seen, number));
        }
    }

    private Numbers<T> compute(int i, Function<Input, Numbers<T>> point) {
        Stop.ifAsked();
        Node node = program.node(i);
        if (node instanceof Apply use) {
            Numbers<T> result = Numbers.filled(node.shape(), null);
            use.op().value(arguments(i, values), result);
            return result;
        }
        return node instanceof Constant constant ? Numbers.of(constant.value(), number) : point.apply((Input) node);
    }

    private List<Numbers<T>> arguments(int i, List<Numbers<T>> from) {
        List<Numbers<T>> arguments = new ArrayList<>(program.count(i));
        for (int k = 0; k < program.count(i); k++) {
            arguments.add(from.get(program.argument(i, k)));
        }
        return arguments;
    }

    /** A part of a result again, where the rest stays what it was. */
    private Numbers<T> again(int i, Region[] parts, List<Numbers<T>> from) {
        Region part = parts[i];
        Stop.ifAsked();
        Apply use = (Apply) program.node(i);
        Numbers<T> result = copy(i);
        if (use.op().elementwise()) {
            for (int k = 0; k < part.lines(); k++) {
                for (int column = part.left(); column < part.left() + part.columns(); column++) {
                    entry(i, part.line(k) * use.shape().columns() + column, from, result);
                }
            }
            return result;
        }
        int only = program.count(i) == 1 ? program.argument(i, 0) : -1;
        if (only >= 0 && use.op().update(values.get(only), from.get(only), parts[only], result)) {
            return result;
        }
        Numbers<T> value = Numbers.filled(part.shape(), null);
        use.op().value(use, part, arguments(i, from), value);
        new Block(part).put(value, result);
        return result;
    }

    /** An entry of an operation on entries again, if an argument's entry is another number than before. */
    private void entry(int i, int k, List<Numbers<T>> from, Numbers<T> result) {
        Apply use = (Apply) program.node(i);
        List<Numbers<T>> entry = new ArrayList<>(program.count(i));
        boolean changed = false;
        for (int j = 0; j < program.count(i); j++) {
            int place = program.argument(i, j);
            int at = from.get(place).shape().stretched(k, use.shape());
            entry.add(new Numbers<>(Shape.SCALAR, List.of(from.get(place).at(at))));
            changed |= from.get(place).at(at) != values.get(place).at(at);
        }
        if (changed) {
            Numbers<T> single = Numbers.filled(Shape.SCALAR, null);
            use.op().value(entry, single);
            result.set(k, single.at(0));
        }
    }

    /** The value of a node of the graph. */
    public Numbers<T> of(Node node) {
        return values.get(program.index(node));
    }

    /** The value at a place. */
    public Numbers<T> at(int place) {
        return values.get(place);
    }

    /** The value of {@code wanted} when one entry of {@code moved} is changed by an amount; nothing is kept. For one thread. */
    public Numbers<T> after(Node moved, int entry, T change, Node wanted) {
        Numbers<T> at = copy(program.index(moved));
        at.set(entry, at.at(entry).add(change));
        return after(moved, at, Region.entry(moved.shape(), entry), wanted);
    }

    private Numbers<T> copy(int i) {
        if (copies.get(i) == null) {
            copies.set(i, values.get(i).copy());
        }
        return copies.get(i);
    }

    /** What was changed of the copies is as it was. */
    private void restore(Region[] parts) {
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] != null && copies.get(i) != null) {
                new Block(parts[i]).copy(values.get(i), copies.get(i));
            }
        }
    }

    /** The same when all entries are changed at once, by {@code step} times the entries of a direction. */
    public Numbers<T> after(Node moved, double[] direction, T step, Node wanted) {
        return after(moved, moved(moved, of(moved), direction, step), Region.all(moved.shape()), wanted);
    }

    /** The same after two changes: the value beside the point, at an offset from it. */
    public Numbers<T> after(Node moved, double[] offset, T distance, double[] direction, T step, Node wanted) {
        Numbers<T> beside = moved(moved, of(moved), offset, distance);
        return after(moved, moved(moved, beside, direction, step), Region.all(moved.shape()), wanted);
    }

    private Numbers<T> moved(Node node, Numbers<T> from, double[] direction, T step) {
        Numbers<T> at = Numbers.filled(node.shape(), null);
        for (int k = 0; k < direction.length; k++) {
            at.set(k, direction[k] == 0 ? from.at(k) : from.at(k).add(step.multiply(number.apply(direction[k]))));
        }
        return at;
    }

    private Numbers<T> after(Node moved, Numbers<T> at, Region part, Node wanted) {
        int start = program.index(moved);
        int end = program.index(wanted);
        List<Numbers<T>> changed = new ArrayList<>(values);
        Region[] parts = new Region[program.size()];
        changed.set(start, at);
        parts[start] = part;
        try {
            for (int place : program.downstream(start)) {
                parts[place] = place <= end && !held[place] ? program.touched(place, parts) : null;
                if (parts[place] != null) {
                    changed.set(place, again(place, parts, changed));
                }
            }
            return changed.get(end).copy();
        } finally {
            restore(parts);
        }
    }

    /** How many numbers have to be computed to get from a change of one entry of {@code moved} to {@code wanted}. */
    public long reach(Node moved, int entry, Node wanted) {
        int start = program.index(moved);
        int end = program.index(wanted);
        Region[] parts = new Region[program.size()];
        parts[start] = Region.entry(moved.shape(), entry);
        long reach = 0;
        for (int place : program.downstream(start)) {
            parts[place] = place <= end && !held[place] ? program.touched(place, parts) : null;
            reach += parts[place] == null ? 0 : parts[place].area();
        }
        return reach;
    }
}
