package nabla.tensor;

import java.util.List;

/**
 * A tensor over another arithmetic than {@code double}: 60-digit numbers for the second oracle, forward-mode numbers in tests.
 * Entries are kept line by line; a result is filled by {@link #set}.
 *
 * @param <T> the numbers
 */
public record Numbers<T>(Shape shape, List<T> entries) {

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
