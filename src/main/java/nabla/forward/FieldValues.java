package nabla.forward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.matrix.Numbers;
import nabla.matrix.Shape;
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

    /**
     * The forward pass.
     *
     * @param number the exact image of a double
     */
    public FieldValues(Tape tape, Map<Input, Matrix> point, DoubleFunction<T> number) {
        this.tape = tape;
        this.number = number;
        this.values = new ArrayList<>(tape.size());
        for (int i = 0; i < tape.size(); i++) {
            values.add(compute(i, point));
        }
    }

    private Numbers<T> compute(int i, Map<Input, Matrix> point) {
        Node node = tape.node(i);
        if (node instanceof Apply) {
            return apply(i, values);
        }
        Matrix value = node instanceof Constant constant ? constant.value() : point.get((Input) node);
        Numbers<T> result = empty(node.shape());
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

    /** An operation on entries again: only where an argument's entry is another number than before. */
    private Numbers<T> entrywise(int i, List<Numbers<T>> from) {
        Apply use = (Apply) tape.node(i);
        Numbers<T> result = new Numbers<>(use.shape(), new ArrayList<>(values.get(i).entries()));
        for (int k = 0; k < result.count(); k++) {
            List<Numbers<T>> entry = new ArrayList<>(tape.count(i));
            boolean changed = false;
            for (int j = 0; j < tape.count(i); j++) {
                int place = tape.argument(i, j);
                int at = stretched(k, use.shape(), from.get(place).shape());
                entry.add(new Numbers<>(Shape.SCALAR, List.of(from.get(place).at(at))));
                changed |= from.get(place).at(at) != values.get(place).at(at);
            }
            if (changed) {
                Numbers<T> single = empty(Shape.SCALAR);
                use.op().value(entry, single);
                result.set(k, single.at(0));
            }
        }
        return result;
    }

    /** The entry of a smaller matrix that broadcasting puts at entry k of a larger one. */
    private static int stretched(int k, Shape whole, Shape part) {
        int row = part.rows() == 1 ? 0 : k / whole.columns();
        int column = part.columns() == 1 ? 0 : k % whole.columns();
        return row * part.columns() + column;
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
        int start = tape.index(moved);
        List<Numbers<T>> changed = new ArrayList<>(values);
        Numbers<T> at = new Numbers<>(moved.shape(), new ArrayList<>(values.get(start).entries()));
        at.set(entry, at.at(entry).add(change));
        changed.set(start, at);
        int end = tape.index(wanted);
        for (int place : tape.downstream(start)) {
            if (place <= end) {
                boolean entrywise = ((Apply) tape.node(place)).op().elementwise();
                changed.set(place, entrywise ? entrywise(place, changed) : apply(place, changed));
            }
        }
        return changed.get(end);
    }
}
