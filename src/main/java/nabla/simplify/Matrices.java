package nabla.simplify;

import nabla.simplify.Term.Kind;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** What is known of constant matrices. */
final class Matrices {

    private Matrices() { }

    /** Whether all entries are the same number. */
    static boolean isUniform(Tensor matrix) {
        double first = matrix.at(0);
        for (double entry : matrix.data()) {
            if (entry != first) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is an identity matrix, 2×2 or larger. */
    static boolean isIdentity(Tensor matrix) {
        if (!matrix.shape().isMatrix() || matrix.rows() != matrix.columns() || matrix.rows() == 1) {
            return false;
        }
        for (int k = 0; k < matrix.count(); k++) {
            if (matrix.at(k) != (k % (matrix.rows() + 1) == 0 ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }

    /** The diagonal, as a column, of an identity matrix or the product of one and columns; null of anything else. */
    static Term diagonal(TermMaker terms, Term product) {
        if (product.isIdentity()) {
            return terms.pool().stretch(terms.one(), new Shape(product.shape().rows(), 1));
        }
        if (!product.is(Kind.PRODUCT)) {
            return null;
        }
        Powers columns = Powers.of(product, base -> base.shape().isVector());
        for (int k = 0; k < product.arguments().size(); k++) {
            Term base = product.argument(k);
            if (!base.shape().isVector() && (!base.isIdentity() || product.weights().get(k).sign() < 0)) {
                return null;
            }
        }
        boolean identity = product.arguments().stream().anyMatch(base -> !base.shape().isVector());
        boolean column = product.arguments().stream().anyMatch(base -> base.shape().isVector() && !base.shape().isScalar());
        return identity && column ? columns.product(terms, product.factor()) : null;
    }
}
