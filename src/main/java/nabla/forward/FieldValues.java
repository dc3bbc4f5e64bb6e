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
        Numbers<T> result = empty(node);
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
        Numbers<T> result = empty(tape.node(i));
        ((Apply) tape.node(i)).op().value(arguments, result);
        return result;
    }

    private Numbers<T> empty(Node node) {
        return new Numbers<>(node.shape(), new ArrayList<>(Collections.nCopies(node.shape().count(), null)));
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
                changed.set(place, apply(place, changed));
            }
        }
        return changed.get(end);
    }
}
