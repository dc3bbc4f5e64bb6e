package nabla.tensor;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.function.IntToDoubleFunction;

/**
 * A real tensor in double precision, a matrix mostly; line by line in one array, the last index running fastest. The array is shared, not copied: kernels write into it,
 * and whoever keeps one for others keeps it unchanged.
 */
public record Tensor(Shape shape, double[] data) {

    public Tensor {
        if (data.length != shape.count()) {
            throw new IllegalArgumentException(data.length + " numbers for " + shape);
        }
    }

    /** All zeros. */
    public static Tensor zeros(Shape shape) {
        return new Tensor(shape, new double[shape.count()]);
    }

    public static Tensor scalar(double value) {
        return new Tensor(Shape.SCALAR, new double[] {value});
    }

    /** Every entry {@code value}. */
    public static Tensor filled(Shape shape, double value) {
        Tensor matrix = zeros(shape);
        Arrays.fill(matrix.data, value);
        return matrix;
    }

    /** Entry k, counted line by line, from {@code entry}. */
    public static Tensor of(Shape shape, IntToDoubleFunction entry) {
        Tensor matrix = zeros(shape);
        Arrays.setAll(matrix.data, entry);
        return matrix;
    }

    /** The entry in a line (of a matrix, a row) and a column, both from 0. */
    public double get(int line, int column) {
        return data[line * shape.columns() + column];
    }

    /** Entry k, counted line by line. */
    public double at(int k) {
        return data[k];
    }

    public int rows() {
        return shape.rows();
    }

    public int columns() {
        return shape.columns();
    }

    public int count() {
        return data.length;
    }

    public Tensor copy() {
        return new Tensor(shape, data.clone());
    }

    /** The largest absolute value; NaN if any entry is NaN. */
    public double largest() {
        double largest = 0;
        for (double x : data) {
            largest = Math.max(largest, Math.abs(x));
        }
        return largest;
    }

    /** Whether every entry is zero. */
    public boolean isZero() {
        for (double x : data) {
            if (x != 0) {
                return false;
            }
        }
        return true;
    }

    public boolean isFinite() {
        for (double x : data) {
            if (!Double.isFinite(x)) {
                return false;
            }
        }
        return true;
    }

    /** Same shape and the same numbers (NaN equals NaN, 0 differs from −0). */
    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor m && shape.equals(m.shape) && Arrays.equals(data, m.data);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(data);
    }

    /**
     * The entries as text, with one sign between two of a row and another between two rows. Of more than two dimensions those along each stand
     * in brackets of their own.
     */
    public String joined(DoubleFunction<String> text, String column, String row) {
        StringBuilder joined = new StringBuilder();
        for (int k = 0; k < data.length; k++) {
            int closed = shape.isMatrix() ? 0 : closed(k);
            joined.append(k == 0 ? "[".repeat(closed) : closed > 0 ? "]".repeat(closed) + column + "[".repeat(closed)
                    : k % columns() == 0 ? row : column).append(text.apply(data[k]));
        }
        return joined.append("]".repeat(shape.dimensions() > 2 ? shape.dimensions() - 1 : 0)).toString();
    }

    /** How many runs begin with an entry: lines, matrices, and so on. */
    private int closed(int k) {
        int runs = 0;
        int length = 1;
        for (int d = shape.dimensions() - 1; d > 0; d--) {
            length *= shape.size(d);
            runs += k % length == 0 ? 1 : 0;
        }
        return runs;
    }

    @Override
    public String toString() {
        return shape + Arrays.toString(data);
    }
}
