package nabla.op;

import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import nabla.number.Real;
import nabla.tensor.Axes;
import nabla.tensor.Numbers;
import nabla.tensor.Offsets;
import nabla.tensor.Shape;

/**
 * How the entries of a tensor, counted line by line, fall into groups that are reduced together. Groups are counted as the entries are of
 * what is left.
 *
 * @param count   how many groups
 * @param size    how many entries in each
 * @param between from the first entry of a group to that of the next
 * @param within  from an entry to the next of its group
 * @param starts  the first entry of each group, where they are not equally far apart; else null
 * @param steps   from the first entry of a group to each, where they are not equally far apart; else null
 */
record Groups(int count, int size, int between, int within, int[] starts, int[] steps) {

    /** From the first entry of a group to each of the others. */
    static int[] steps(Shape shape, Axes axes) {
        return offsets(shape, axes, true);
    }

    /** Those along some axes. */
    static Groups of(Shape shape, Axes axes) {
        if (axes.isAll()) {
            return new Groups(1, shape.count(), 0, 1, null, null);
        } else if (shape.isMatrix() && axes.number() == 0) {
            return new Groups(shape.columns(), shape.rows(), 1, shape.columns(), null, null);
        } else if (axes.number() == shape.dimensions() - 1) {
            return new Groups(shape.lines(), shape.columns(), shape.columns(), 1, null, null);
        }
        int[] starts = offsets(shape, axes, false);
        if (axes.number() >= 0) {
            return new Groups(starts.length, shape.size(axes.number()), 0, Offsets.steps(shape.sizes())[axes.number()], starts, null);
        }
        int[] steps = offsets(shape, axes, true);
        return new Groups(starts.length, steps.length, 0, 0, starts, steps);
    }

    private static int[] offsets(Shape shape, Axes axes, boolean along) {
        int[] sizes = shape.sizes();
        int[] steps = Offsets.steps(sizes);
        int[] chosen = IntStream.range(0, sizes.length).filter(d -> axes.contains(d) == along).toArray();
        return Offsets.of(IntStream.of(chosen).map(d -> sizes[d]).toArray(), IntStream.of(chosen).map(d -> steps[d]).toArray());
    }

    /** One group an example; {@link Axes#ALL} is one example a line, or a vector as a whole. */
    static Groups ofClasses(Shape shape, Axes axes) {
        return of(shape, Axis.ofClasses(shape, axes));
    }

    /** The entries of a group put together, from the first on. */
    <T> T fold(Numbers<T> entries, int group, BinaryOperator<T> operation) {
        T result = entries.at(index(group, 0));
        for (int k = 1; k < size; k++) {
            result = operation.apply(result, entries.at(index(group, k)));
        }
        return result;
    }

    /** The largest entry of a group, or the smallest; NaN if one is. */
    double extreme(double[] entries, int group, boolean largest) {
        double best = entries[index(group, 0)];
        for (int k = 1; k < size; k++) {
            double x = entries[index(group, k)];
            best = largest ? Math.max(best, x) : Math.min(best, x);
        }
        return best;
    }

    <T extends Real<T>> T extreme(Numbers<T> entries, int group, boolean largest) {
        return fold(entries, group, largest ? T::max : (best, x) -> best.negate().max(x.negate()).negate());
    }

    /** Where entry k of a group lies. */
    int index(int group, int k) {
        return (starts == null ? group * between : starts[group]) + (steps == null ? k * within : steps[k]);
    }
}
