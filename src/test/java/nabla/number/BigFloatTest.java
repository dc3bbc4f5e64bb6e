package nabla.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import nabla.number.DoubleDoubleTest.Case;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Binary numbers of 60 digits against decimal ones of 90. */
class BigFloatTest {

    private static final DfpField FIELD = new DfpField(90);
    private static final int TRIES = 60;
    private static final String UNIT = "1e-59";

    /** By a unit roundoff times what a change of the arguments by as much would do. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"ATAN", "ASIN", "ACOS", "ANGLE"})
    void isAsGoodAsItsDigits(Case function) {
        SplittableRandom random = new SplittableRandom(function.ordinal());
        for (int i = 0; i < TRIES; i++) {
            BigFloat a = number(function.draw(random), random);
            BigFloat b = number(1 + random.nextDouble(), random);
            Dfp exact = function.of(new Foreign<>(exact(a)), new Foreign<>(exact(b))).value();
            Dfp unit = FIELD.newDfp(UNIT);
            Dfp moved = function.of(new Foreign<>(exact(a).multiply(unit.add(1))), new Foreign<>(exact(b).multiply(unit.add(1)))).value();
            Dfp allowed = moved.subtract(exact).abs().add(exact.abs().multiply(unit)).add(unit);
            Dfp off = exact(function.of(a, b)).subtract(exact).abs();
            assertTrue(!off.isNaN() && !off.greaterThan(allowed), () -> function + " of " + a + ": off by " + off + ", allowed " + allowed);
        }
    }

    /** By their inverses: those of the decimal numbers are good to 45 digits only. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e-30, -0.336, 0.4, 0.99, -1, 1.7, -3e7, 1e40, 1e300})
    void turnsTangentsRound(double x) {
        BigFloat tangent = Precision.SHARP.number(x);
        BigFloat again = tangent.atan().tan();
        BigFloat slope = tangent.multiply(tangent).add(1).multiply(tangent.atan()).divide(tangent);
        double off = again.subtract(tangent).divide(tangent).divide(slope).getReal();
        assertEquals(0, off, 1e-59);
        BigFloat sine = tangent.divide(tangent.multiply(tangent).add(1).sqrt());
        BigFloat least = tangent.number(1).subtract(sine.multiply(sine));
        assertEquals(0, sine.asin().sin().subtract(sine).divide(sine).multiply(least.sqrt()).getReal(), 1e-59);
        assertEquals(0, sine.acos().cos().subtract(sine).multiply(least.sqrt()).getReal(), 1e-59);
    }

    @Test
    void roundsToTheNearest() {
        BigFloat one = Precision.SHARP.number(1);
        BigFloat half = one.scalb(-Precision.SHARP.bits());
        assertEquals(one, one.add(half.multiply(0.999)), "less than half a unit");
        assertNotEquals(one, one.add(half), "half a unit");
        assertEquals(one.negate(), one.negate().subtract(half.multiply(0.999)));
        assertEquals(one.add(half), one.negate().subtract(half).negate(), "a sum of negatives is the negative of the sum");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -3, 0.1, Math.PI, Double.MIN_VALUE, -2.5e-310, Double.MIN_NORMAL, Double.MAX_VALUE, 0x1.fffffffffffffp-1, 1e22})
    void holdsEveryDouble(double x) {
        assertEquals(x, Precision.SHARP.number(x).getReal());
        assertEquals(new BigDecimal(x).negate(), new BigDecimal(Precision.SHARP.number(x).negate().getReal()).add(BigDecimal.ZERO));
    }

    @Test
    void goesFarBeyondDoubles() {
        BigFloat large = Precision.SHARP.number(1e5).exp();
        assertEquals(Double.POSITIVE_INFINITY, large.getReal());
        assertTrue(large.isFinite());
        assertEquals(1e5, large.log().getReal());
        assertEquals(1, large.divide(large.add(1)).getReal());
        assertEquals(-1, large.reciprocal().negate().sign());
        assertEquals(large.reciprocal(), large.reciprocal().negate().abs());
    }

    @Test
    void whatIsNoNumberIsAsInDoubles() {
        BigFloat zero = Precision.SHARP.number(0);
        BigFloat one = Precision.SHARP.number(1);
        BigFloat infinity = one.divide(zero);
        assertEquals(Double.POSITIVE_INFINITY, infinity.getReal());
        assertEquals(0, one.divide(infinity).getReal());
        assertEquals(0, infinity.negate().exp().getReal());
        assertEquals(Math.PI / 2, infinity.atan().getReal());
        for (BigFloat none : new BigFloat[] {zero.divide(zero), infinity.subtract(infinity), infinity.multiply(zero), zero.log(), one.negate().log(),
            one.negate().sqrt(), infinity.sin(), zero.divide(zero).atan()}) {
            assertTrue(Double.isNaN(none.getReal()));
        }
        assertEquals(Double.POSITIVE_INFINITY, Precision.SHARP.number(1e300).exp().getReal());
        assertEquals(infinity, one.scalb(BigFloat.RANGE));
        assertTrue(one.scalb(-BigFloat.RANGE).multiply(one.scalb(-2)).isZero());
    }

    @Test
    void roundsToWholeNumbers() {
        BigFloat below = Precision.SHARP.number(3).subtract(Precision.SHARP.number(1e-40));
        assertEquals(2, below.floor().getReal());
        assertEquals(3, below.rint().getReal());
        assertEquals(-3, below.negate().floor().getReal());
        assertEquals(-2, Precision.SHARP.number(-2.5).rint().getReal());
    }

    /** The turns of an angle are taken off whatever its size. */
    @ParameterizedTest
    @ValueSource(doubles = {1e22, -0x1p600, Double.MAX_VALUE})
    void knowsTheSineOfLargeAngles(double x) {
        assertEquals(Math.sin(x), Precision.SHARP.number(x).sin().getReal(), 1e-15);
        assertEquals(Math.cos(x), Precision.SHARP.number(x).cos().getReal(), 1e-15);
    }

    /** By the first digits of π and log 2 that are printed everywhere. */
    @Test
    void knowsItsConstants() {
        assertEquals("14159265358979323846264338327950288419716939937510", digits(Precision.SHARPEST.halfPi().scalb(1)));
        assertEquals("69314718055994530941723212145817656807550013436025", digits(Precision.SHARPEST.log2()));
    }

    private static String digits(BigFloat x) {
        BigFloat part = x.subtract(x.floor());
        String whole = part.multiply(Precision.SHARPEST.number(10).pow(50)).floor().fixed(0).toString();
        return whole;
    }

    private static BigFloat number(double x, SplittableRandom random) {
        return Precision.SHARP.number(x).add(Precision.SHARP.number(Math.ulp(x) * random.nextDouble(-0.5, 0.5)))
                .add(Precision.SHARP.number(Math.ulp(x) * 0x1p-53 * random.nextDouble(-0.5, 0.5)));
    }

    private static Dfp exact(BigFloat x) {
        BigInteger mantissa = x.fixed(x.precision().bits() - x.top());
        Dfp found = FIELD.newDfp(mantissa.toString());
        Dfp two = FIELD.getTwo();
        int exponent = x.top() - x.precision().bits();
        return exponent < 0 ? found.divide(two.pow(-exponent)) : found.multiply(two.pow(exponent));
    }
}
