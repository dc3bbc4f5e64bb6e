package nabla.op;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nabla.limit.Soon;
import nabla.number.Foreign;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exponentials of 60-digit numbers come back, also where the library's own would not. */
class ExponentialsTest {

    private final DfpField field = new DfpField(60);

    @ParameterizedTest
    @CsvSource({"2e9, Infinity", "-2e9, 0", "1e300, Infinity", "-1e300, 0", "0, 1", "1, 2.718281828459045", "-700, 9.859676543759770e-305", "NaN, NaN"})
    void exp(double x, double expected) {
        close(expected, Soon.done(() -> Exponentials.exp(number(x))).getReal());
    }

    @ParameterizedTest
    @CsvSource({"1.5, 2e9, Infinity", "0.5, 2e9, 0", "0.5, -2e9, Infinity", "-1, 2000000001, -1", "-1, 2000000000, 1", "-2, 3, -8",
            "-2, 0.5, NaN", "0, 2, 0", "0, 0, 1", "2, 0.5, 1.4142135623730951"})
    void power(double base, double exponent, double expected) {
        close(expected, Soon.done(() -> Exponentials.power(number(base), number(exponent))).getReal());
    }

    @ParameterizedTest
    @CsvSource({"2e9, Infinity, Infinity", "-2e9, -Infinity, Infinity", "1, 1.1752011936438014, 1.5430806348152437"})
    void hyperbolic(double x, double sinh, double cosh) {
        close(sinh, Soon.done(() -> Exponentials.sinh(number(x))).getReal());
        close(cosh, Soon.done(() -> Exponentials.cosh(number(x))).getReal());
    }

    private static void close(double expected, double actual) {
        assertEquals(expected, actual, Double.isFinite(expected) ? 1e-15 * Math.abs(expected) + Double.MIN_VALUE : 1);
    }

    private Foreign<Dfp> number(double x) {
        return new Foreign<>(field.newDfp(x));
    }
}
