package nabla.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for people: as many digits as mean something, no more. */
public final class Digits {

    public static final int FULL = 10;
    public static final int SHORT = 6;
    private static final int LONGEST = 14;
    private static final int SMALLEST_PLAIN = -5;

    private Digits() { }

    /** Up to ten significant digits. */
    public static String text(double x) {
        return text(x, FULL);
    }

    /** Up to so many significant digits, without zeros at the end. */
    public static String text(double x, int digits) {
        if (!Double.isFinite(x)) {
            return Double.toString(x);
        } else if (x == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        return written(rounded, digits);
    }

    /** An error, of which one digit is enough. */
    public static String error(double x) {
        return text(x, 1);
    }

    /** An estimate to the digit its error begins with; zeros at the end are kept, because they are known. */
    public static String estimate(double x, double error) {
        if (!Double.isFinite(x) || !(error > 0) || Double.isInfinite(error)) {
            return text(x);
        }
        if (x == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(x);
        int digits = Math.max(1, Math.min(LONGEST, exponent(exact) - exponent(new BigDecimal(error)) + 1));
        return written(exact.setScale(digits - 1 - exponent(exact), RoundingMode.HALF_EVEN), LONGEST);
    }

    private static int exponent(BigDecimal x) {
        return x.precision() - x.scale() - 1;
    }

    private static String written(BigDecimal x, int digits) {
        int exponent = exponent(x);
        if (exponent >= SMALLEST_PLAIN && exponent < Math.max(digits, FULL)) {
            return x.toPlainString();
        }
        return x.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
