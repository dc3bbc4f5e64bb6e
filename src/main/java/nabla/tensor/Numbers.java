package nabla.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A tensor over another arithmetic than {@code double}: 60-digit numbers for the second oracle, forward-mode numbers in tests.
 * Entries are kept line by line; a result is filled by {@link #set}.
 *
 * @param <T> the numbers
 */
public record Numbers<T>(Shape shape, List<T> entries) {

    /** Every entry the same. */
    public static <T> Numbers<T> filled(Shape shape, T entry) {
        return new Numbers<>(shape, new ArrayList<>(Collections.nCopies(shape.count(), entry)));
    }

    /** The image of a tensor, entry by entry. */
    public static <T> Numbers<T> of(Tensor tensor, DoubleFunction<T> number) {
        Numbers<T> image = filled(tensor.shape(), null);
        for (int k = 0; k < tensor.count(); k++) {
            image.set(k, number.apply(tensor.at(k)));
        }
        return image;
    }

    public Numbers<T> copy() {
        return new Numbers<>(shape, new ArrayList<>(entries));
    }

    /** The entry in a line (of a matrix, a row) and a column, both from 0. */
    public T get(int line, int column) {
        return entries.get(line * shape.columns() + column);
    }

    /** Entry k, counted line by line. */
    public T at(int k) {
        return entries.get(k);
    }

    public void set(int k, T value) {
        entries.set(k, value);
    }

    public int count() {
        return entries.size();
    }
}
