package nabla.tensor;

import java.util.Arrays;

/**
 * A box of a tensor: along each dimension a range of indices, from 0. Of a matrix it is a rectangle. What is done to its entries is done line
 * by line, see {@link #line}.
 */
public final class Region {

    private static final int[] NONE = {};

    private final int top;
    private final int left;
    private final int rows;
    private final int columns;
    /** Along the leading dimensions the first index and how many there are; of a matrix none. */
    private final int[] from;
    private final int[] size;
    /** Null for a matrix. */
    private final Shape whole;
    private final int first;
    private final int count;
    /** Whether its lines follow one another in the whole. */
    private final boolean run;
    /** The lines of the whole, where they do not; worked out when first asked for. */
    private int[] lines;
    private int[] places;

    /** Of a matrix: {@code rows}×{@code columns} entries from the one in row {@code top} and column {@code left}. */
    public Region(int top, int left, int rows, int columns) {
        this.top = top;
        this.left = left;
        this.rows = rows;
        this.columns = columns;
        this.from = NONE;
        this.size = NONE;
        this.whole = null;
        this.first = top;
        this.count = rows;
        this.run = true;
    }

    private Region(Shape whole, int[] from, int[] size) {
        int n = from.length - 2;
        this.whole = whole;
        this.from = Arrays.copyOf(from, n);
        this.size = Arrays.copyOf(size, n);
        this.top = from[n];
        this.rows = size[n];
        this.left = from[n + 1];
        this.columns = size[n + 1];
        int start = 0;
        int last = 0;
        int all = 1;
        for (int d = n, step = 1; d >= 0; d--) {
            start += from[d] * step;
            last += (size[d] - 1) * step;
            all *= size[d];
            step *= whole.size(d);
        }
        this.first = start;
        this.count = all;
        this.run = last == all - 1;
    }

    private int[] offsets() {
        if (lines == null) {
            int n = from.length;
            int[] sizes = Arrays.copyOf(size, n + 1);
            sizes[n] = rows;
            int[] found = Offsets.of(sizes, Offsets.steps(Arrays.copyOf(whole.sizes(), n + 1)));
            for (int k = 0; k < count; k++) {
                found[k] += first;
            }
            lines = found;
        }
        return lines;
    }

    /** Along each dimension of a whole so many indices, from a first one. */
    public static Region box(Shape whole, int[] from, int[] size) {
        return whole.isMatrix() ? new Region(from[0], from[1], size[0], size[1]) : new Region(whole, from, size);
    }

    /** All of a tensor. */
    public static Region all(Shape shape) {
        return shape.isMatrix() ? new Region(0, 0, shape.rows(), shape.columns()) : new Region(shape, new int[shape.dimensions()], shape.sizes());
    }

    /** Entry k, counted line by line. */
    public static Region entry(Shape shape, int k) {
        if (shape.isMatrix()) {
            return new Region(k / shape.columns(), k % shape.columns(), 1, 1);
        }
        int[] one = new int[shape.dimensions()];
        Arrays.fill(one, 1);
        return new Region(shape, shape.index(k), one);
    }

    public int top() {
        return top;
    }

    public int left() {
        return left;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The first index along a dimension. */
    public int from(int dimension) {
        int behind = dimension - from.length;
        return behind < 0 ? from[dimension] : behind == 0 ? top : left;
    }

    /** How many indices along a dimension. */
    public int size(int dimension) {
        int behind = dimension - size.length;
        return behind < 0 ? size[dimension] : behind == 0 ? rows : columns;
    }

    /** Of its entries as a tensor of their own. */
    public Shape shape() {
        if (size.length == 0) {
            return new Shape(rows, columns);
        }
        int[] sizes = Arrays.copyOf(size, size.length + 2);
        sizes[size.length] = rows;
        sizes[size.length + 1] = columns;
        return Shape.of(sizes);
    }

    /** How many lines of the whole it has a part in. */
    public int lines() {
        return count;
    }

    /** Which line of the whole its k-th is; of a matrix, a row. */
    public int line(int k) {
        return run ? first + k : offsets()[k];
    }

    /** Which of its lines a line of the whole is, or −1. */
    public int place(int line) {
        int place = line - first;
        if (run) {
            return place < count ? Math.max(place, -1) : -1;
        }
        if (places == null) {
            int[] found = new int[offsets()[count - 1] - first + 1];
            Arrays.fill(found, -1);
            for (int k = 0; k < count; k++) {
                found[lines[k] - first] = k;
            }
            places = found;
        }
        return place < 0 || place >= places.length ? -1 : places[place];
    }

    public boolean contains(int line, int column) {
        return column >= left && column < left + columns && place(line) >= 0;
    }

    /** How many entries. */
    public int area() {
        return count * columns;
    }

    public boolean isAll(Shape shape) {
        return area() == shape.count();
    }

    /** The smallest box around both, which are of one whole. */
    public Region union(Region other) {
        int upper = Math.min(top, other.top);
        int leftmost = Math.min(left, other.left);
        int height = Math.max(top + rows, other.top + other.rows) - upper;
        int width = Math.max(left + columns, other.left + other.columns) - leftmost;
        if (whole == null) {
            boolean same = upper == top && leftmost == left && height == rows && width == columns;
            return same ? this : new Region(upper, leftmost, height, width);
        }
        int[] start = new int[whole.dimensions()];
        int[] length = new int[start.length];
        for (int d = 0; d < start.length; d++) {
            start[d] = Math.min(from(d), other.from(d));
            length[d] = Math.max(from(d) + size(d), other.from(d) + other.size(d)) - start[d];
        }
        return new Region(whole, start, length);
    }

    /** The box of another tensor that has the same ranges along dimensions of equal size, counted from the last, and otherwise everything. */
    public Region in(Shape own, Shape other) {
        if (own.isMatrix() && other.isMatrix()) {
            boolean high = own.rows() == other.rows();
            boolean wide = own.columns() == other.columns();
            return high && wide ? this : new Region(high ? top : 0, wide ? left : 0, high ? rows : other.rows(), wide ? columns : other.columns());
        }
        int[] start = new int[other.dimensions()];
        int[] length = other.sizes();
        for (int d = other.dimensions() - 1, here = own.dimensions() - 1; d >= 0 && here >= 0; d--, here--) {
            if (own.size(here) == other.size(d)) {
                start[d] = from(here);
                length[d] = size(here);
            }
        }
        return box(other, start, length);
    }

    /** The same with everything along some dimensions of the whole. */
    public Region along(Axes axes, Shape whole) {
        int[] start = new int[whole.dimensions()];
        int[] length = whole.sizes();
        for (int d = 0; d < start.length; d++) {
            start[d] = axes.contains(d) ? 0 : from(d);
            length[d] = axes.contains(d) ? length[d] : size(d);
        }
        return box(whole, start, length);
    }

    /** These rows, and every column of a matrix. */
    public Region wholeRows(Shape shape) {
        return new Region(top, 0, rows, shape.columns());
    }

    /** These columns, and every row of a matrix. */
    public Region wholeColumns(Shape shape) {
        return new Region(0, left, shape.rows(), columns);
    }

    /** Rows and columns exchanged; {@code turned} is the shape of the whole then. */
    public Region transposed(Shape turned) {
        if (whole == null) {
            return new Region(left, top, columns, rows);
        }
        int n = from.length;
        int[] start = Arrays.copyOf(from, n + 2);
        int[] length = Arrays.copyOf(size, n + 2);
        start[n] = left;
        start[n + 1] = top;
        length[n] = columns;
        length[n + 1] = rows;
        return new Region(turned, start, length);
    }

    /** The smallest box around the entries from one to another, counted line by line; along its last dimensions it is everything. */
    public static Region run(Shape shape, int first, int last) {
        int[] start = shape.index(first);
        int[] end = shape.index(last);
        boolean same = true;
        for (int d = 0; d < start.length; d++) {
            int from = same ? start[d] : 0;
            end[d] = same ? end[d] - from + 1 : shape.size(d);
            same &= end[d] == 1;
            start[d] = from;
        }
        return box(shape, start, end);
    }

    /** Which entry of the whole its k-th is, both counted line by line. */
    public int entryOf(Shape whole, int k) {
        return start(whole, k / columns) + k % columns;
    }

    /** Where its k-th line begins among the entries of the whole. */
    int start(Shape whole, int k) {
        return line(k) * whole.columns() + left;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Region r && top == r.top && left == r.left && rows == r.rows && columns == r.columns
                && Arrays.equals(from, r.from) && Arrays.equals(size, r.size);
    }

    @Override
    public int hashCode() {
        return ((top * 31 + left) * 31 + rows) * 31 + columns + 17 * Arrays.hashCode(from) + Arrays.hashCode(size);
    }
}
