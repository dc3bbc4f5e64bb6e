package nabla.op;

import nabla.formula.Formula;

/**
 * Some of the indices along one dimension: some of the rows, or of the columns, of a matrix.
 *
 * @param length how many there are
 * @param from   the first that is taken
 * @param count  how many are taken, at least one
 * @param step   from one to the next; may be negative
 */
public record Strip(int length, int from, int count, int step) {

    /** A single one has step 1. */
    public Strip {
        step = count == 1 ? 1 : step;
    }

    /** Everything along a dimension. */
    static Strip all(int length) {
        return new Strip(length, 0, length, 1);
    }

    boolean isAll() {
        return count == length && step == 1;
    }

    /** Whether what is taken lies side by side, in order. */
    boolean isContiguous() {
        return step == 1;
    }

    int at(int k) {
        return from + k * step;
    }

    /** How many lie behind a contiguous strip. */
    int after() {
        return length - from - count;
    }

    /** As a subscript. */
    Formula formula() {
        if (isAll() && length > 1) {
            return new Formula.Range(null, null, null);
        }
        if (count == 1) {
            return Formula.number(from);
        }
        int to = at(count - 1) + Integer.signum(step);
        return new Formula.Range(Formula.number(from), to < 0 ? null : Formula.number(to), step == 1 ? null : Formula.number(step));
    }
}
