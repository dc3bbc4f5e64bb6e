package nabla.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

    @ParameterizedTest
    @CsvSource({"3, 3", "-3, -3", "0.1, 0.1", "0.30000000000000004, 0.3", "1234567.891234, 1234567.891", "1e-5, 0.00001", "1e-7, 1e-7",
        "2.5e20, 2.5e20", "-0.0, 0", "NaN, NaN", "-Infinity, -Infinity", "100, 100", "9999999999.9, 1e10", "12345678901, 1.23456789e10"})
    void showsTenDigits(double x, String text) {
        assertEquals(text, Digits.text(x));
    }

    @ParameterizedTest
    @CsvSource({"3, 4e-14, 3.0000000000000", "3, 1e-3, 3.000", "0.5, 0.02, 0.50", "1234.5678, 3, 1235", "1e-7, 1e-9, 1.00e-7", "2, 0, 2",
        "0, 1e-9, 0", "1.5, NaN, 1.5", "1, 100, 1"})
    void showsAnEstimateToItsError(double x, double error, String text) {
        assertEquals(text, Digits.estimate(x, error));
    }

    @Test
    void showsOneDigitOfAnError() {
        assertEquals("4e-14", Digits.error(4.3e-14));
        assertEquals("1e-8", Digits.error(9.9e-9));
    }
}
