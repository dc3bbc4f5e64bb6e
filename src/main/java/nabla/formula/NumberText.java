package nabla.formula;

import java.math.BigDecimal;
import java.math.MathContext;

/** A number as short as it reads back to the same double; whole numbers without a decimal point. */
public final class NumberText {

    private static final int PLAIN_DIGITS = 16;
    private static final int PLAIN_ZEROS = 4;

    private NumberText() { }

    /** For example {@code 3}, {@code 0.1}, {@code 1e-7}, {@code -2.5e20}; the same on every Java release. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= 17; digits++) {
            shortest = exact.round(new MathContext(digits));
            if (shortest.doubleValue() == value) {
                break;
            }
        }
        return written(shortest.stripTrailingZeros());
    }

    private static String written(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        if (exponent < PLAIN_DIGITS && exponent >= -PLAIN_ZEROS) {
            return number.toPlainString();
        }
        String mantissa = number.scaleByPowerOfTen(-exponent).toPlainString();
        return mantissa + "e" + exponent;
    }
}
