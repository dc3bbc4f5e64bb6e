package nabla.op;

import java.util.Arrays;
import nabla.limit.Stop;
import nabla.number.Real;
import nabla.tensor.Numbers;

/**
 * Gaussian elimination with complete pivoting, P·A·Q = L·U, over any field of numbers (Golub and Van Loan, Matrix Computations,
 * 3.4.8). Complete, because then a singular matrix shows it in the last pivots, which is what cofactors need.
 */
final class Elimination<T extends Real<T>> {

    private final T zero;
    private final int n;
    /** L below the diagonal, U on and above it. */
    private final T[][] lu;
    private final int[] rows;
    private final int[] columns;
    private boolean odd;
    /** How many pivots are not zero. */
    private int rank;

    Elimination(Numbers<T> a) {
        n = a.shape().rows();
        zero = a.at(0).number(0);
        lu = Real.zeros(zero, n, n);
        rows = new int[n];
        columns = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = i;
            columns[i] = i;
            for (int j = 0; j < n; j++) {
                lu[i][j] = a.get(i, j);
            }
        }
        while (rank < n && pivot(rank)) {
            eliminate(rank++);
        }
    }

    boolean singular() {
        return rank < n;
    }

    T determinant() {
        return singular() ? zero : signed(product(n));
    }

    /** log |det|, and NaN unless det > 0. */
    T logDeterminant() {
        T sum = zero;
        boolean negative = odd;
        for (int k = 0; k < rank; k++) {
            negative ^= lu[k][k].sign() < 0;
            sum = sum.add(lu[k][k].abs().log());
        }
        return singular() || negative ? nan() : sum;
    }

    T nan() {
        return zero.divide(zero);
    }

    /** x with A·x = b; NaN for a singular matrix. */
    T[] solve(T[] b) {
        T[] x = Real.zeros(zero, n);
        if (singular()) {
            Arrays.fill(x, nan());
            return x;
        }
        T[] z = forward(b);
        backward(z, n);
        for (int i = 0; i < n; i++) {
            x[columns[i]] = z[i];
        }
        return x;
    }

    /**
     * adj(A)·b, singular or not. As adj(A) = ±Q·adj(U)·L⁻¹·P, and for U = [U₁, u; 0, d], where only d may vanish,
     * adj(U) = [d·D·U₁⁻¹, −D·U₁⁻¹u; 0, D] with D = det U₁. From two zero pivots on it is 0.
     */
    T[] adjugate(T[] b) {
        T[] x = Real.zeros(zero, n);
        if (rank < n - 1) {
            return x;
        }
        T[] z = forward(b);
        T last = z[n - 1];
        for (int i = 0; i < n - 1; i++) {
            z[i] = lu[n - 1][n - 1].multiply(z[i]).subtract(lu[i][n - 1].multiply(last));
        }
        backward(z, n - 1);
        T scale = signed(product(n - 1));
        for (int i = 0; i < n; i++) {
            x[columns[i]] = scale.multiply(z[i]);
        }
        return x;
    }

    private T signed(T magnitude) {
        return odd ? magnitude.negate() : magnitude;
    }

    private T product(int count) {
        T product = zero.number(1);
        for (int k = 0; k < count; k++) {
            product = product.multiply(lu[k][k]);
        }
        return product;
    }

    private boolean pivot(int k) {
        int row = k;
        int column = k;
        T best = lu[k][k].abs();
        for (int i = k; i < n; i++) {
            for (int j = k; j < n && !best.isNaN(); j++) {
                T candidate = lu[i][j].abs();
                if (best.isLess(candidate) || candidate.isNaN()) {
                    best = candidate;
                    row = i;
                    column = j;
                }
            }
        }
        swap(k, row, column);
        return !best.isZero();
    }

    private void swap(int k, int row, int column) {
        odd ^= row != k ^ column != k;
        T[] held = lu[k];
        lu[k] = lu[row];
        lu[row] = held;
        int index = rows[k];
        rows[k] = rows[row];
        rows[row] = index;
        index = columns[k];
        columns[k] = columns[column];
        columns[column] = index;
        for (T[] entries : lu) {
            T entry = entries[k];
            entries[k] = entries[column];
            entries[column] = entry;
        }
    }

    private void eliminate(int k) {
        Stop.ifAsked();
        for (int i = k + 1; i < n; i++) {
            T factor = lu[i][k].divide(lu[k][k]);
            lu[i][k] = factor;
            for (int j = k + 1; j < n; j++) {
                lu[i][j] = lu[i][j].subtract(factor.multiply(lu[k][j]));
            }
        }
    }

    /** L⁻¹·P·b. */
    private T[] forward(T[] b) {
        T[] y = Real.zeros(zero, n);
        for (int i = 0; i < n; i++) {
            y[i] = b[rows[i]];
            for (int j = 0; j < Math.min(i, rank); j++) {
                y[i] = y[i].subtract(lu[i][j].multiply(y[j]));
            }
        }
        return y;
    }

    /** Solves with the leading {@code size} rows and columns of U, in place. */
    private void backward(T[] z, int size) {
        for (int i = size - 1; i >= 0; i--) {
            for (int j = i + 1; j < size; j++) {
                z[i] = z[i].subtract(lu[i][j].multiply(z[j]));
            }
            z[i] = z[i].divide(lu[i][i]);
        }
    }
}
