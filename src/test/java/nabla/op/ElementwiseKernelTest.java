package nabla.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nabla.number.Foreign;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel for doubles against the same operation worked out to 60 digits. */
class ElementwiseKernelTest {

    private static final DfpField DIGITS = new DfpField(60);
    private static final int POINTS = 40;

    static Stream<ElementwiseOps.Use> uses() {
        return ElementwiseOps.all();
    }

    @ParameterizedTest
    @MethodSource("uses")
    void agreesWithSixtyDigits(ElementwiseOps.Use use) {
        Random random = new Random(use.op().symbol().hashCode());
        for (int n = 0; n < POINTS; n++) {
            double[] x = use.point(random);
            assertAgrees(use, x);
            double scale = Math.pow(10, random.nextInt(9) - 6);
            assertAgrees(use, Arrays.stream(x).map(v -> v * scale).toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-700, -30, -5, -1e-9, -1e-50, 0, 1e-50, 1e-9, 5, 30, 700})
    void agreesFarOutAndNearZero(double x) {
        ElementwiseOps.all().filter(use -> use.arity() == 1).forEach(use -> assertAgrees(use, x));
    }

    @Test
    void comparesWhatDoublesCannotTellApart() {
        Foreign<Dfp> one = new Foreign<>(DIGITS.getOne());
        Foreign<Dfp> next = one.add(new Foreign<>(DIGITS.newDfp("1e-45")));
        assertEquals(1, ElementwiseOps.find("lt", 2).value(List.of(one, next)).getReal());
        assertEquals(0, ElementwiseOps.find("ge", 2).value(List.of(one, next)).getReal());
        assertEquals(next, ElementwiseOps.find("max", 2).value(List.of(one, next)));
        assertEquals(one, ElementwiseOps.find("clip", 3).value(List.of(next, one.number(0), one)));
    }

    /** On both sides of where its algorithm changes; far out the difference of two values near 1 has few digits left. */
    @ParameterizedTest
    @CsvSource({"0.1, 1e-26", "1.9, 1e-26", "3.9, 1e-26", "4.1, 1e-26", "9, 1e-7"})
    void errorFunctionHasTheSlopeOfTheBellCurve(String at, String tolerance) {
        Dfp x = DIGITS.newDfp(at);
        Dfp step = DIGITS.newDfp("1e-15");
        Dfp slope = erf(x.add(step)).subtract(erf(x.subtract(step))).divide(step.multiply(2));
        Dfp known = x.multiply(x).negate().exp().multiply(2).divide(DIGITS.getPi().sqrt());
        assertTrue(slope.subtract(known).divide(known).abs().lessThan(DIGITS.newDfp(tolerance)));
    }

    private static Dfp erf(Dfp x) {
        return Kernels.erf(new Foreign<>(x)).value();
    }

    private static void assertAgrees(ElementwiseOps.Use use, double... x) {
        double value = use.value(x);
        Dfp exact = use.value(Arrays.stream(x).mapToObj(k -> new Foreign<>(DIGITS.newDfp(k))).toList()).value();
        String place = use + " at " + Arrays.toString(x) + ": " + value + ", to 60 digits " + exact;
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            assertTrue(exact.isNaN() || exact.isInfinite() || exact.abs().intLog10() >= 308, place);
        } else {
            Dfp error = exact.subtract(value).abs();
            assertTrue(error.toDouble() <= Math.abs(value) * 1e-15 + Double.MIN_NORMAL, place);
        }
    }
}
