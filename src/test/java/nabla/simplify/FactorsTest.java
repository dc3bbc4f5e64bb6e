package nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import cc.redberry.rings.Rings;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.MultivariateRing;
import cc.redberry.rings.poly.PolynomialFactorDecomposition;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import nabla.graph.Node;
import nabla.limit.Soon;
import org.junit.jupiter.api.Test;

/** Polynomials at which Rings fails, or failed. */
class FactorsTest {

    private static final String[] VARIABLES = {"a", "b", "c", "d", "e", "f"};
    private static final String UNLUCKY = "a+b+c+5*a*d+3*b*d+4*c*d+6*a*d^2+2*b*d^2+3*c*d^2";
    private final MultivariateRing<MultivariatePolynomial<BigInteger>> ring = Rings.MultivariateRing(VARIABLES.length, Rings.Z);

    private MultivariatePolynomial<BigInteger> polynomial(String text) {
        return MultivariatePolynomial.parse(text, Rings.Z, VARIABLES);
    }

    private PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> factors(String text) {
        return PolynomialFactors.of(ring, polynomial(text));
    }

    @Test
    void theDifferenceOfSquaresIsFactored() {
        assertEquals(2, factors("a^2-b^2").size());
    }

    @Test
    void unluckyPointsAreTakenAgain() {
        for (int k = 0; k < 200; k++) {
            assertNotNull(factors(UNLUCKY));
        }
    }

    /** Which of fifty attempts at an unlucky polynomial fail, in a thread whose random numbers are new. */
    private String luck(Runnable before) throws InterruptedException {
        StringBuilder luck = new StringBuilder();
        Thread thread = new Thread(() -> {
            before.run();
            for (int k = 0; k < 50; k++) {
                luck.append(attempt() ? '+' : '-');
            }
        });
        thread.start();
        thread.join();
        return luck.toString();
    }

    private boolean attempt() {
        try {
            return ring.factor(polynomial(UNLUCKY)) != null;
        } catch (NullPointerException unlucky) {
            return false;
        }
    }

    @Test
    void canonicalFormsNeitherUseNorChangeTheRandomNumbersOfTheirThread() throws InterruptedException {
        Node root = Programs.model("a, b, c, d in R", "z = (" + UNLUCKY + ")/(a + b)").root();
        String untouched = luck(() -> { });
        assertNotEquals(untouched, luck(this::attempt));
        assertEquals(untouched, luck(() -> new Simplifier(Facts.NONE).simplify(root)));
    }

    @Test
    void factorsOfAnotherPolynomialAreNotTaken() {
        String text = "-1+2*b-a*c-b^2+2*a*b*c-a*b^2*c";
        assertEquals(polynomial(text).negate(), ring.factor(polynomial(text)).multiply());
        assertNull(factors(text));
    }

    /** Version 2.5.7 of the library never came back from these. */
    @Test
    void fourFactorsTakeNoLongerThanTwo() {
        String text = "9-3*f+45*e-3*a-15*e*f+9*b*f+a*f-15*a*e-3*b*f^2+45*b*e*f+5*a*e*f-3*a*b*f-15*b*e*f^2+a*b*f^2-15*a*b*e*f+5*a*b*e*f^2";
        assertEquals(4, Soon.done(() -> factors(text).size()));
    }
}
