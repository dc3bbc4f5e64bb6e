package nabla.op;

import nabla.limit.Stop;
import nabla.tensor.Tensor;

/**
 * The matrix product. Every entry is the sum of its terms in the order of the inner index, begun at 0, whatever is blocked around that: the
 * same to the last bit everywhere. The loops are those that Java's compiler turns into vector instructions: over whole arrays, by the bare
 * loop variable.
 */
final class Product {

    /** Below this many multiplications no block is worth its copies. */
    private static final long SMALL = 256;
    /** So long a row is long enough to run along it, even where the columns are longer. */
    private static final int LONG = 32;
    /** Rows and columns of a block of the result, which stays in the nearest cache while all terms are added to it. */
    private static final int ROWS = 32;
    private static final int COLUMNS = 256;

    /** Entry (i, j) of one side stands at start + i·row + j·column. */
    private record Side(double[] data, int start, int row, int column) {

        private Side transposed() {
            return new Side(data, start, column, row);
        }

        /** Part of a row. */
        private void copy(int i, int from, double[] to) {
            if (column == 1) {
                System.arraycopy(data, start + i * row + from, to, 0, to.length);
                return;
            }
            for (int j = 0, at = start + i * row + from * column; j < to.length; j++, at += column) {
                to[j] = data[at];
            }
        }

        private void write(int i, int from, double[] row) {
            if (column == 1) {
                System.arraycopy(row, 0, data, start + i * this.row + from, row.length);
                return;
            }
            for (int j = 0, at = start + i * this.row + from * column; j < row.length; j++, at += column) {
                data[at] = row[j];
            }
        }
    }

    private final Side left;
    private final Side right;
    private final Side result;
    private final int inner;

    private Product(Side left, Side right, Side result, int inner) {
        this.left = left;
        this.right = right;
        this.result = result;
        this.inner = inner;
    }

    /** {@code A @ B}, m×k by k×n, into a result of m×n, whatever that holds. A tensor on the left counts as the matrix of its lines. */
    static void of(Tensor left, Tensor right, Tensor result) {
        of(left, 0, right, 0, result, 0, result.shape().lines());
    }

    /** The same of one matrix of each, by number. */
    static void of(Tensor left, int l, Tensor right, int r, Tensor result, int m) {
        of(left, l * left.rows() * left.columns(), right, r * right.rows() * right.columns(), result, m * result.rows() * result.columns(), result.rows());
    }

    private static void of(Tensor left, int l, Tensor right, int r, Tensor result, int start, int rows) {
        int inner = left.columns();
        int columns = result.columns();
        Side a = new Side(left.data(), l, inner, 1);
        Side b = new Side(right.data(), r, columns, 1);
        Side out = new Side(result.data(), start, columns, 1);
        if (columns == 1 || (long) rows * inner * columns < SMALL) {
            new Product(a, b, out, inner).byEntries(rows, columns);
        } else if (rows > columns && columns < LONG) {
            new Product(b.transposed(), a.transposed(), out.transposed(), inner).byBlocks(columns, rows);
        } else {
            new Product(a, b, out, inner).byBlocks(rows, columns);
        }
    }

    /** Four rows side by side, because each sum waits for its last term. */
    private void byEntries(int rows, int columns) {
        for (int j = 0; j < columns; j++) {
            Stop.ifAsked();
            int i = 0;
            for (; i + 4 <= rows; i += 4) {
                four(i, j, columns);
            }
            for (; i < rows; i++) {
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum += left.data[left.start + i * inner + k] * right.data[right.start + k * columns + j];
                }
                result.data[result.start + i * columns + j] = sum;
            }
        }
    }

    private void four(int i, int j, int columns) {
        double[] a = left.data;
        double[] b = right.data;
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int k = 0, at = left.start + i * inner, other = right.start + j; k < inner; k++, at++, other += columns) {
            first += a[at] * b[other];
            second += a[at + inner] * b[other];
            third += a[at + 2 * inner] * b[other];
            fourth += a[at + 3 * inner] * b[other];
        }
        result.data[result.start + i * columns + j] = first;
        result.data[result.start + (i + 1) * columns + j] = second;
        result.data[result.start + (i + 2) * columns + j] = third;
        result.data[result.start + (i + 3) * columns + j] = fourth;
    }

    /** Along the rows of the result. */
    private void byBlocks(int rows, int columns) {
        for (int from = 0; from < columns; from += COLUMNS) {
            int width = Math.min(COLUMNS, columns - from);
            double[][] four = new double[4][width];
            for (int top = 0; top < rows; top += ROWS) {
                block(top, Math.min(rows, top + ROWS), from, four);
            }
        }
    }

    private void block(int top, int bottom, int from, double[][] four) {
        Stop.ifAsked();
        double[][] sums = new double[bottom - top][four[0].length];
        int k = 0;
        for (; k + 4 <= inner; k += 4) {
            for (int r = 0; r < 4; r++) {
                right.copy(k + r, from, four[r]);
            }
            for (int i = top, at = left.start + top * left.row + k * left.column; i < bottom; i++, at += left.row) {
                add(sums[i - top], left.data[at], four[0], left.data[at + left.column], four[1],
                        left.data[at + 2 * left.column], four[2], left.data[at + 3 * left.column], four[3]);
            }
        }
        for (; k < inner; k++) {
            right.copy(k, from, four[0]);
            for (int i = top; i < bottom; i++) {
                add(sums[i - top], left.data[left.start + i * left.row + k * left.column], four[0]);
            }
        }
        for (int i = top; i < bottom; i++) {
            result.write(i, from, sums[i - top]);
        }
    }

    private static void add(double[] sum, double first, double[] a, double second, double[] b, double third, double[] c, double fourth, double[] d) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] = sum[j] + first * a[j] + second * b[j] + third * c[j] + fourth * d[j];
        }
    }

    private static void add(double[] sum, double factor, double[] a) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * a[j];
        }
    }
}
