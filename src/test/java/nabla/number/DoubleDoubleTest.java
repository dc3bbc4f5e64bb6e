package nabla.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers of two doubles against numbers of 60 digits. */
class DoubleDoubleTest {

    private static final DfpField FIELD = new DfpField(60);
    private static final int TRIES = 300;

    /** A function of two numbers, for first ones of a range; those of one number do not look at the second. */
    enum Case {
        ADD(-9, 9, false), SUBTRACT(-9, 9, false), MULTIPLY(-9, 9, false), DIVIDE(-9, 9, false), RECIPROCAL(-9, 9, false),
        SQRT(-9, 9, true), EXP(-4, 2, false), LOG(-9, 9, true), LOG1P(-1, 9, true), SIN(-4, 4, false), COS(-4, 4, false),
        TAN(-4, 1, false), ATAN(-6, 6, false), ASIN(-6, -0.1, false), ACOS(-6, -0.1, false), POW(-2, 2, true),
        POW_INT(-2, 2, false), HYPOT(-4, 4, false), ANGLE(-4, 4, false);

        private final double from;
        private final double to;
        private final boolean positive;

        Case(double from, double to, boolean positive) {
            this.from = from;
            this.to = to;
            this.positive = positive;
        }

        double draw(SplittableRandom random) {
            double x = Math.pow(10, random.nextDouble(from, to));
            return positive || random.nextBoolean() ? x : -x;
        }

        <T extends Real<T>> T of(T a, T b) {
            return switch (this) {
                case ADD -> a.add(b);
                case SUBTRACT -> a.subtract(b);
                case MULTIPLY -> a.multiply(b);
                case DIVIDE -> a.divide(b);
                case RECIPROCAL -> a.reciprocal();
                case SQRT -> a.sqrt();
                case EXP -> a.exp();
                case LOG -> a.log();
                case LOG1P -> a.log1p();
                case SIN -> a.sin();
                case COS -> a.cos();
                case TAN -> a.tan();
                case ATAN -> a.atan();
                case ASIN -> a.asin();
                case ACOS -> a.acos();
                case POW -> a.pow(b);
                case POW_INT -> a.pow(-7);
                case HYPOT -> a.hypot(b);
                case ANGLE -> a.atan2(b);
            };
        }
    }

    /** By the unit roundoff times what a change of the arguments by as much would do. */
    @ParameterizedTest
    @EnumSource
    void isAsGoodAsItsUnit(Case function) {
        SplittableRandom random = new SplittableRandom(function.ordinal());
        for (int i = 0; i < TRIES; i++) {
            DoubleDouble a = number(function.draw(random), random);
            DoubleDouble b = number(1 + random.nextDouble(), random);
            Dfp exact = function.of(new Foreign<>(exact(a)), new Foreign<>(exact(b))).value();
            Dfp unit = FIELD.newDfp(DoubleDouble.UNIT);
            Dfp moved = function.of(new Foreign<>(exact(a).multiply(unit.add(1))), new Foreign<>(exact(b).multiply(unit.add(1)))).value();
            Dfp allowed = moved.subtract(exact).abs().add(exact.abs().multiply(unit)).add(unit);
            Dfp off = exact(function.of(a, b)).subtract(exact).abs();
            assertTrue(!off.isNaN() && !off.greaterThan(allowed), () -> function + " of " + a + ": off by " + off + ", allowed " + allowed);
        }
    }

    @Test
    void roundsToWholeNumbers() {
        DoubleDouble below = new DoubleDouble(3, -1e-20);
        assertEquals(2, below.floor().getReal());
        assertEquals(3, below.rint().getReal());
        assertEquals(-2, new DoubleDouble(-2.5, 1e-20).rint().getReal());
    }

    @Test
    void infinityStaysInfinity() {
        DoubleDouble large = new DoubleDouble(1000).exp();
        assertEquals(Double.POSITIVE_INFINITY, large.add(1).getReal());
        assertEquals(Double.POSITIVE_INFINITY, large.multiply(new DoubleDouble(1, 1e-17)).getReal());
        assertEquals(0, large.add(1).reciprocal().getReal());
        assertEquals(0, new DoubleDouble(-1000).exp().getReal());
        assertTrue(Double.isNaN(new DoubleDouble(-1).log().getReal()));
        assertEquals(Double.NEGATIVE_INFINITY, DoubleDouble.ZERO.log().getReal());
        assertEquals(0, DoubleDouble.ZERO.sqrt().getReal());
        assertEquals(Math.log(Double.MIN_VALUE), new DoubleDouble(Double.MIN_VALUE).log().getReal(), 1e-12);
        assertEquals(Math.log(Double.MAX_VALUE), new DoubleDouble(Double.MAX_VALUE).log().getReal(), 1e-12);
    }

    private static DoubleDouble number(double x, SplittableRandom random) {
        return DoubleDouble.sorted(x, Math.ulp(x) * random.nextDouble(-0.5, 0.5));
    }

    private static Dfp exact(DoubleDouble x) {
        return FIELD.newDfp(x.high()).add(FIELD.newDfp(x.low()));
    }
}
