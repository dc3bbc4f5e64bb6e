package nabla.op;

/**
 * e^d − 1 and log(1 + s) for many small numbers side by side, exact to rounding, by their series (Abramowitz and Stegun, Handbook of Mathematical
 * Functions, 1964, 4.2.1 and 4.1.27). What is too large for the series is left to the library, one by one.
 */
final class ExponentialSeries {

    /** The largest |d| for which the series of expm1 below is exact to rounding: 0.35¹³/14! of the first term is less than 2⁻⁵³. */
    private static final double NEAR = 0.35;
    /** The largest for which eight of its terms are: 2⁻⁴⁰/9! is. */
    private static final double CLOSE = 0x1p-5;
    /** The largest |s| for which that of log1p is. */
    private static final double FAR = 0.4;

    private ExponentialSeries() { }

    /** Whether no change is larger than a bound, nor NaN. */
    static boolean within(double[] d, double bound, int n) {
        for (int l = 0; l < n; l++) {
            if (!(Math.abs(d[l]) <= bound)) {
                return false;
            }
        }
        return true;
    }

    /** How large the largest change is: at most so that the series of expm1 is short, so that there is one, or more. */
    enum Reach { CLOSE, NEAR, FAR }

    static Reach reach(double[] d, int n) {
        return within(d, CLOSE, n) ? Reach.CLOSE : within(d, NEAR, n) ? Reach.NEAR : Reach.FAR;
    }

    static void expm1(double[] d, double[] out, int n) {
        expm1(d, out, n, reach(d, n));
    }

    /** Where it is known how far the changes reach. */
    static void expm1(double[] d, double[] out, int n, Reach reach) {
        if (reach == Reach.CLOSE) {
            for (int l = 0; l < n; l++) {
                double r = d[l];
                double p = 1.0 / 40320.0;
                p = Math.fma(p, r, 1.0 / 5040.0);
                p = Math.fma(p, r, 1.0 / 720.0);
                p = Math.fma(p, r, 1.0 / 120.0);
                p = Math.fma(p, r, 1.0 / 24.0);
                p = Math.fma(p, r, 1.0 / 6.0);
                p = Math.fma(p, r, 0.5);
                out[l] = Math.fma(p * r, r, r);
            }
        } else if (reach == Reach.NEAR) {
            for (int l = 0; l < n; l++) {
                double r = d[l];
                double p = 1.0 / 6227020800.0;
                p = Math.fma(p, r, 1.0 / 479001600.0);
                p = Math.fma(p, r, 1.0 / 39916800.0);
                p = Math.fma(p, r, 1.0 / 3628800.0);
                p = Math.fma(p, r, 1.0 / 362880.0);
                p = Math.fma(p, r, 1.0 / 40320.0);
                p = Math.fma(p, r, 1.0 / 5040.0);
                p = Math.fma(p, r, 1.0 / 720.0);
                p = Math.fma(p, r, 1.0 / 120.0);
                p = Math.fma(p, r, 1.0 / 24.0);
                p = Math.fma(p, r, 1.0 / 6.0);
                p = Math.fma(p, r, 0.5);
                out[l] = Math.fma(p * r, r, r);
            }
        } else {
            for (int l = 0; l < n; l++) {
                out[l] = StrictMath.expm1(d[l]);
            }
        }
    }

    /** 2 artanh(s/(2 + s)), by its series. */
    static void log1p(double[] s, double[] out, int n) {
        if (within(s, FAR, n)) {
            for (int l = 0; l < n; l++) {
                double w = s[l] / (2 + s[l]);
                double z = w * w;
                double p = 1.0 / 21;
                p = Math.fma(p, z, 1.0 / 19);
                p = Math.fma(p, z, 1.0 / 17);
                p = Math.fma(p, z, 1.0 / 15);
                p = Math.fma(p, z, 1.0 / 13);
                p = Math.fma(p, z, 1.0 / 11);
                p = Math.fma(p, z, 1.0 / 9);
                p = Math.fma(p, z, 1.0 / 7);
                p = Math.fma(p, z, 0.2);
                p = Math.fma(p, z, 1.0 / 3);
                out[l] = Math.fma(2 * w * z, p, 2 * w);
            }
        } else {
            for (int l = 0; l < n; l++) {
                out[l] = StrictMath.log1p(s[l]);
            }
        }
    }
}
