package nabla.tensor;

import java.util.Arrays;

/**
 * The sizes of a value, two or more. A scalar is 1×1, a column vector n×1, a row vector 1×n; of a tensor the last two sizes are the rows
 * and columns of the matrices that it is made of. Its entries are counted so that the last index runs fastest: line after line, where the
 * lines are the rows of all matrices.
 */
public final class Shape {

    /** More dimensions than anybody writes; sets of axes are bits of one number. */
    public static final int MOST_DIMENSIONS = 16;

    private static final int[] NONE = {};

    public static final Shape SCALAR = new Shape(1, 1);

    private final int[] leading;
    private final int rows;
    private final int columns;
    private final int lines;

    /** Of a matrix. */
    public Shape(int rows, int columns) {
        this(NONE, rows, columns);
    }

    private Shape(int[] leading, int rows, int columns) {
        this.leading = leading;
        this.rows = rows;
        this.columns = columns;
        int all = rows;
        for (int size : leading) {
            all *= size;
        }
        this.lines = all;
    }

    /** Of two or more sizes, from the first dimension to the last. */
    public static Shape of(int... sizes) {
        int n = sizes.length;
        return new Shape(n == 2 ? NONE : Arrays.copyOf(sizes, n - 2), sizes[n - 2], sizes[n - 1]);
    }

    /** How many dimensions, at least two. */
    public int dimensions() {
        return leading.length + 2;
    }

    /** The size along a dimension, from 0. */
    public int size(int dimension) {
        int behind = dimension - leading.length;
        return behind < 0 ? leading[dimension] : behind == 0 ? rows : columns;
    }

    /** The sizes, from the first dimension to the last. */
    public int[] sizes() {
        int[] sizes = Arrays.copyOf(leading, leading.length + 2);
        sizes[leading.length] = rows;
        sizes[leading.length + 1] = columns;
        return sizes;
    }

    /** Of each of its matrices. */
    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The rows of all its matrices: how many runs of {@link #columns} entries it is made of. */
    public int lines() {
        return lines;
    }

    /** How many matrices it is made of. */
    public int matrices() {
        return lines / rows;
    }

    /** How many entries. */
    public int count() {
        return lines * columns;
    }

    /** The same where it may be more than fits into memory. */
    public long entries() {
        long entries = (long) rows * columns;
        for (int size : leading) {
            entries = entries > Integer.MAX_VALUE ? entries : entries * size;
        }
        return entries;
    }

    /** Whether of two dimensions. */
    public boolean isMatrix() {
        return leading.length == 0;
    }

    public boolean isScalar() {
        return rows == 1 && columns == 1 && leading.length == 0;
    }

    /** Whether a row or a column (a scalar is both). */
    public boolean isVector() {
        return (rows == 1 || columns == 1) && leading.length == 0;
    }

    /** Whether a shape of fewer dimensions is what remains of this one where some of size 1 are dropped; vectors may lie or stand. */
    public boolean squeezesTo(Shape other) {
        return dimensions() > other.dimensions() && Arrays.equals(longer(sizes()), longer(other.sizes()));
    }

    private static int[] longer(int[] sizes) {
        return Arrays.stream(sizes).filter(size -> size != 1).toArray();
    }

    /** Of the same tensor with the last two dimensions exchanged. */
    public Shape transposed() {
        return new Shape(leading, columns, rows);
    }

    /** The same leading dimensions, and matrices of another size. */
    public Shape with(int newRows, int newColumns) {
        return new Shape(leading, newRows, newColumns);
    }

    /** The shape of an entry-by-entry operation on the two, as in NumPy; null if they do not fit. */
    public Shape broadcast(Shape other) {
        if (equals(other)) {
            return this;
        } else if (misfit(rows, other.rows) || misfit(columns, other.columns)) {
            return null;
        }
        int[] longer = leading.length >= other.leading.length ? leading : other.leading;
        int[] shorter = longer == leading ? other.leading : leading;
        int[] common = longer.length == 0 ? NONE : longer.clone();
        for (int d = 0, at = longer.length - shorter.length; d < shorter.length; d++, at++) {
            if (misfit(shorter[d], longer[at])) {
                return null;
            }
            common[at] = Math.max(shorter[d], longer[at]);
        }
        return new Shape(common, Math.max(rows, other.rows), Math.max(columns, other.columns));
    }

    private static boolean misfit(int one, int other) {
        return one != other && one != 1 && other != 1;
    }

    /** Which entry of a tensor of this shape broadcasting puts at entry k of a larger one. */
    public int stretched(int k, Shape larger) {
        return stretched(k, larger, 0);
    }

    /** Which line it puts at a line. */
    public int stretchedLine(int line, Shape larger) {
        return stretched(line, larger, 1);
    }

    /** The same where some of the last dimensions do not count. */
    private int stretched(int k, Shape larger, int apart) {
        int place = 0;
        int step = 1;
        int rest = k;
        for (int d = dimensions() - 1 - apart, in = larger.dimensions() - 1 - apart; d >= 0; d--, in--) {
            place += size(d) == 1 ? 0 : rest % larger.size(in) * step;
            rest /= larger.size(in);
            step *= size(d);
        }
        return place;
    }

    /**
     * Which lines it puts at all lines, worked out together; null where these are the same lines, or there is only one.
     */
    public int[] stretchedLines(Shape larger) {
        if (lines == 1 || lines == larger.lines) {
            return null;
        }
        int n = larger.leading.length + 1;
        int[] steps = new int[n];
        int step = 1;
        for (int d = leading.length, in = n - 1; d >= 0; d--, in--) {
            steps[in] = size(d) == 1 ? 0 : step;
            step *= size(d);
        }
        return Offsets.of(Arrays.copyOf(larger.sizes(), n), steps);
    }

    /** Which entry of a larger one, of as many dimensions, has the indices of entry k. */
    public int placed(int k, Shape larger) {
        int place = 0;
        int step = 1;
        int rest = k;
        for (int d = dimensions() - 1; d >= 0; d--) {
            place += rest % size(d) * step;
            rest /= size(d);
            step *= larger.size(d);
        }
        return place;
    }

    /** The indices of entry k, one for each dimension. */
    public int[] index(int k) {
        int[] index = new int[dimensions()];
        int rest = k;
        for (int d = index.length - 1; d >= 0; d--) {
            index[d] = rest % size(d);
            rest /= size(d);
        }
        return index;
    }

    /** The name of entry k: {@code [1, 0, 2]}. */
    public String place(int k) {
        return Arrays.toString(index(k));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && rows == shape.rows && columns == shape.columns && Arrays.equals(leading, shape.leading);
    }

    @Override
    public int hashCode() {
        int hash = 31 * rows + columns;
        for (int size : leading) {
            hash = 31 * hash + size;
        }
        return hash;
    }

    /** For example {@code 4×2}, {@code 8×3×5×5}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int size : leading) {
            text.append(size).append('×');
        }
        return text.append(rows).append('×').append(columns).toString();
    }
}
