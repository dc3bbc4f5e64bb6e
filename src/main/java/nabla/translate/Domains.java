package nabla.translate;

import nabla.model.Domain;
import nabla.syntax.Expression;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;

/** What a leaf is drawn from. */
final class Domains {

    private static final double ROUNDING = 1e-9;

    private Domains() { }

    static Domain anything() {
        return Domain.ANY;
    }

    /** Of a declared leaf. */
    static Domain of(Statement.Space space) {
        return switch (space.kind()) {
            case SIMPLEX -> new Domain.Simplex(false);
            case ONEHOT -> new Domain.OneHot(false);
            case REAL -> space.from() == null && space.to() == null ? Domain.ANY
                    : new Domain.Interval(end(space.from(), Double.NEGATIVE_INFINITY), end(space.to(), Double.POSITIVE_INFINITY));
        };
    }

    private static double end(Expression.Number written, double absent) {
        return written == null ? absent : written.value();
    }

    /**
     * Of a leaf with a value, for further points: rows that are one-hot or add up to 1 are redrawn so, because rules like
     * {@code dZ = P - Y} hold for no others. A vector counts as a whole, as for softmax. Where no rows are so but the columns are, one
     * example is a column.
     */
    static Domain of(Tensor value) {
        Domain rows = of(value, false);
        if (value.shape().isVector() || !value.shape().isMatrix()) {
            return rows;
        }
        Domain columns = of(Tensor.of(value.shape().transposed(), k -> value.get(k % value.rows(), k / value.rows())), true);
        boolean both = rows instanceof Domain.OneHot && columns instanceof Domain.OneHot;
        return both ? new Domain.Permutation() : rows instanceof Domain.Interval ? columns : rows;
    }

    private static Domain of(Tensor value, boolean columns) {
        int width = value.columns() == 1 ? value.rows() : value.columns();
        if (width < 2) {
            return Domain.ANY;
        }
        boolean oneHot = true;
        for (int start = 0; start < value.count(); start += width) {
            double sum = 0;
            for (int k = start; k < start + width; k++) {
                double entry = value.at(k);
                if (!(entry >= 0)) {
                    return Domain.ANY;
                }
                oneHot &= entry == 0 || entry == 1;
                sum += entry;
            }
            if (!(Math.abs(sum - 1) <= ROUNDING)) {
                return Domain.ANY;
            }
        }
        return oneHot ? new Domain.OneHot(columns) : new Domain.Simplex(columns);
    }
}
