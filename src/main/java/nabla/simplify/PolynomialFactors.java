package nabla.simplify;

import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.MultivariateRing;
import cc.redberry.rings.poly.PolynomialFactorDecomposition;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;

/** The factors of a polynomial as Rings finds them, looked over: multiplied they must give the polynomial. */
final class PolynomialFactors {

    private static final int ATTEMPTS = 5;

    private PolynomialFactors() { }

    /** The factors; null where Rings finds none that are right. */
    static PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> of(MultivariateRing<MultivariatePolynomial<BigInteger>> ring,
            MultivariatePolynomial<BigInteger> polynomial) {
        for (int k = 0; k < ATTEMPTS; k++) {
            PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> factors = attempt(ring, polynomial);
            if (factors != null) {
                return factors.multiply().equals(polynomial) ? factors : null;
            }
        }
        return null;
    }

    /**
     * Null if the points that Rings evaluates at, which are random, were unlucky: https://github.com/PoslavskySV/rings/issues/77. It then
     * reads what is not there, or divides by what is no factor.
     */
    private static PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> attempt(
            MultivariateRing<MultivariatePolynomial<BigInteger>> ring, MultivariatePolynomial<BigInteger> polynomial) {
        try {
            return ring.factor(polynomial);
        } catch (NullPointerException | ArithmeticException unlucky) {
            return null;
        }
    }
}
