package nabla.op;

import nabla.tensor.Lanes;
import nabla.tensor.Region;
import nabla.tensor.Tensor;

/**
 * The rule for lanes of a matrix product: (A + ΔA)(B + ΔB) − AB = ΔA·B + (A + ΔA)·ΔB. Lanes are what the loops run along; a change of one
 * entry is an update of rank one.
 */
final class ProductLanes {

    private final Tensor a;
    private final Tensor b;
    private final Lanes left;
    private final Lanes right;
    private final Lanes result;
    private final Matmul.Pairs pairs;
    private final int n;

    ProductLanes(Tensor[] values, Lanes[] changes, Lanes result, Matmul.Pairs pairs) {
        this.a = values[0];
        this.b = values[1];
        this.left = changes[0];
        this.right = changes[1];
        this.result = result;
        this.pairs = pairs;
        this.n = result.count();
    }

    void evaluate() {
        Region part = result.region();
        boolean several = left != null && left.region().lines() > 1
                || right != null && (right.region().columns() > 1 || right.region().lines() > b.rows());
        boolean matrices = a.shape().isMatrix() && b.shape().isMatrix();
        int[] first = left == null || right != null || several && !matrices ? null : left.entries();
        int[] second = right == null || left != null || several && !matrices ? null : right.entries();
        if (first != null && several) {
            scatterRows(first, left.amounts());
            return;
        } else if (second != null && several) {
            scatterColumns(second, right.amounts());
            return;
        }
        for (int r = 0; r < part.lines(); r++) {
            int i = part.line(r);
            int row = pairs.row(i);
            int top = pairs.top(i);
            for (int j = part.left(); j < part.left() + part.columns(); j++) {
                if (second != null) {
                    int columns = b.columns();
                    gather(second, right.amounts(), a.data(), row * a.columns() - top, columns, 1, result.own(i, j));
                } else if (first != null) {
                    gather(first, left.amounts(), b.data(), top * b.columns() + j - row * a.columns() * b.columns(), 1, b.columns(), result.own(i, j));
                } else {
                    entry(row, top, j, result.cleared(i, j));
                }
            }
        }
    }

    /** A moved entry of the left matrix changes its row of the result. */
    private void scatterRows(int[] moved, double[] amounts) {
        Region part = result.region();
        for (int j = part.left(); j < part.left() + part.columns(); j++) {
            double[][] column = new double[part.rows()][];
            for (int i = 0; i < column.length; i++) {
                column[i] = result.cleared(part.top() + i, j);
            }
            for (int l = 0; l < n; l++) {
                column[moved[l] / a.columns() - part.top()][l] = b.data()[moved[l] % a.columns() * b.columns() + j] * amounts[l];
            }
        }
    }

    /** A moved entry of the right matrix changes its column of the result. */
    private void scatterColumns(int[] moved, double[] amounts) {
        Region part = result.region();
        for (int i = part.top(); i < part.top() + part.rows(); i++) {
            double[][] row = new double[part.columns()][];
            for (int j = 0; j < row.length; j++) {
                row[j] = result.cleared(i, part.left() + j);
            }
            for (int l = 0; l < n; l++) {
                row[moved[l] % b.columns() - part.left()][l] = a.data()[i * a.columns() + moved[l] / b.columns()] * amounts[l];
            }
        }
    }

    /** One moved entry meets one number of the other matrix: entry e the one at {@code start} + e/{@code divisor}·{@code step}. */
    private void gather(int[] moved, double[] amounts, double[] other, int start, int divisor, int step, double[] out) {
        for (int l = 0; l < n; l++) {
            out[l] = other[start + moved[l] / divisor * step] * amounts[l];
        }
    }

    private void entry(int row, int top, int j, double[] out) {
        if (left != null) {
            Region moved = left.region();
            if (moved.place(row) >= 0) {
                along(left, row, 0, 0, 1, moved.left(), moved.columns(), b.data(), top * b.columns() + j, b.columns(), out);
            }
        }
        if (right != null) {
            Region moved = right.region();
            if (moved.contains(top + moved.top(), j)) {
                along(right, top, 1, j, 0, moved.top(), moved.rows(), a.data(), row * a.columns(), 1, out);
                for (int k = moved.top(); left != null && k < moved.top() + moved.rows(); k++) {
                    double[] both = left.get(row, k);
                    if (both != null) {
                        Differences.add(both, right.get(top + k, j), out, n);
                    }
                }
            }
        }
    }

    /**
     * out += Σ other[start + k·step]·d over the entries k of a row or column: that in row {@code row} + k·{@code down} and column
     * {@code column} + k·{@code across}. Four at a time, so that the sums are read and written once for four.
     */
    private void along(Lanes d, int row, int down, int column, int across, int from, int count, double[] other, int start, int step, double[] out) {
        int k = from;
        for (; k + 4 <= from + count; k += 4) {
            four(other[start + k * step], d.get(row + k * down, column + k * across),
                    other[start + (k + 1) * step], d.get(row + (k + 1) * down, column + (k + 1) * across),
                    other[start + (k + 2) * step], d.get(row + (k + 2) * down, column + (k + 2) * across),
                    other[start + (k + 3) * step], d.get(row + (k + 3) * down, column + (k + 3) * across), out, n);
        }
        for (; k < from + count; k++) {
            Differences.add(other[start + k * step], d.get(row + k * down, column + k * across), out, n);
        }
    }

    private static void four(double p, double[] a, double q, double[] b, double r, double[] c, double s, double[] d, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            out[l] = Math.fma(p, a[l], Math.fma(q, b[l], Math.fma(r, c[l], Math.fma(s, d[l], out[l]))));
        }
    }
}
