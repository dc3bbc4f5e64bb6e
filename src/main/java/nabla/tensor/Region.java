package nabla.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A rectangle of a matrix: {@code rows}×{@code columns} entries from the one in row {@code top} and column {@code left}, from 0. */
public record Region(int top, int left, int rows, int columns) {

    /** All of a matrix. */
    public static Region all(Shape shape) {
        return new Region(0, 0, shape.rows(), shape.columns());
    }

    /** Entry k, counted row by row. */
    public static Region entry(Shape shape, int k) {
        return new Region(k / shape.columns(), k % shape.columns(), 1, 1);
    }

    public boolean isAll(Shape shape) {
        return rows == shape.rows() && columns == shape.columns();
    }

    public boolean contains(int row, int column) {
        return row >= top && row < top + rows && column >= left && column < left + columns;
    }

    /** How many entries. */
    public int area() {
        return rows * columns;
    }

    /** The smallest rectangle around both. */
    public Region union(Region other) {
        int upper = Math.min(top, other.top);
        int first = Math.min(left, other.left);
        return new Region(upper, first, Math.max(top + rows, other.top + other.rows) - upper,
                Math.max(left + columns, other.left + other.columns) - first);
    }

    /** These rows, and every column of a matrix. */
    public Region wholeRows(Shape shape) {
        return new Region(top, 0, rows, shape.columns());
    }

    /** These columns, and every row of a matrix. */
    public Region wholeColumns(Shape shape) {
        return new Region(0, left, shape.rows(), columns);
    }

    /** Rows and columns exchanged. */
    public Region transposed() {
        return new Region(left, top, columns, rows);
    }

    /** These entries of a matrix as a matrix of their own; all of it is the matrix itself. */
    public Tensor of(Tensor whole) {
        if (isAll(whole.shape())) {
            return whole;
        }
        Tensor part = Tensor.zeros(new Shape(rows, columns));
        for (int i = 0; i < rows; i++) {
            System.arraycopy(whole.data(), start(whole, i), part.data(), i * columns, columns);
        }
        return part;
    }

    /** Puts a matrix of this size in the place of these entries. */
    public void put(Tensor part, Tensor whole) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(part.data(), i * columns, whole.data(), start(whole, i), columns);
        }
    }

    /** These entries of numbers of another arithmetic. */
    public <T> Numbers<T> of(Numbers<T> whole) {
        if (isAll(whole.shape())) {
            return whole;
        }
        List<T> entries = new ArrayList<>(rows * columns);
        for (int i = 0; i < rows; i++) {
            int start = (top + i) * whole.shape().columns() + left;
            entries.addAll(whole.entries().subList(start, start + columns));
        }
        return new Numbers<>(new Shape(rows, columns), entries);
    }

    /** Puts numbers of this size in the place of these entries. */
    public <T> void put(Numbers<T> part, Numbers<T> whole) {
        for (int k = 0; k < part.count(); k++) {
            whole.set((top + k / columns) * whole.shape().columns() + left + k % columns, part.at(k));
        }
    }

    /** Copies these entries from one matrix to another of the same shape. */
    public void copy(Tensor from, Tensor to) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(from.data(), start(from, i), to.data(), start(to, i), columns);
        }
    }

    /** Whether two matrices of the same shape are equal here, to the last bit. */
    public boolean isSame(Tensor a, Tensor b) {
        for (int i = 0; i < rows; i++) {
            int start = start(a, i);
            if (!Arrays.equals(a.data(), start, start + columns, b.data(), start, start + columns)) {
                return false;
            }
        }
        return true;
    }

    private int start(Tensor whole, int row) {
        return (top + row) * whole.columns() + left;
    }
}
