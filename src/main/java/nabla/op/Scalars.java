package nabla.op;

/**
 * Kernels for doubles that are more than a library call. Every digit counts: what the finite differences see of an error here they
 * would blame on a derivative. {@link StrictMath} throughout, since {@link Math} may differ by a rounding between machines.
 */
final class Scalars {

    private static final double ROOT_PI = Math.sqrt(Math.PI);
    private static final double ROOT_HALF = Math.sqrt(0.5);
    /** Above it the continued fraction of erfc needs fewer terms than the series of erf. */
    private static final double FAR = 2;

    private Scalars() { }

    static double log2(double x) {
        int exponent = x > 0 ? Math.getExponent(x) : 0;
        if (exponent < Double.MIN_EXPONENT || exponent > Double.MAX_EXPONENT || x == Math.scalb(1.0, exponent)) {
            return x > 0 && x == Math.scalb(1.0, exponent) ? exponent : StrictMath.log(x) / StrictMath.log(2);
        }
        return StrictMath.log(x) / StrictMath.log(2);
    }

    static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + StrictMath.exp(-x));
        }
        double e = StrictMath.exp(x);
        return e / (1 + e);
    }

    static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    static double silu(double x) {
        return x == Double.NEGATIVE_INFINITY ? 0 : x * sigmoid(x);
    }

    static double elu(double x, double alpha) {
        return x > 0 ? x : alpha * StrictMath.expm1(x);
    }

    static double pow(double base, double exponent) {
        return exponent == 2 ? base * base : exponent == -1 ? 1 / base : StrictMath.pow(base, exponent);
    }

    /** x·Φ(x), the tail on the left by erfc: 1 + erf would cancel there. */
    static double gelu(double x) {
        return x == Double.NEGATIVE_INFINITY ? 0 : 0.5 * x * erfc(-x * ROOT_HALF);
    }

    /** The error function: its series with only positive terms (Abramowitz and Stegun 7.1.6), further out 1 − erfc. */
    static double erf(double x) {
        double a = Math.abs(x);
        if (!(a < FAR)) {
            return Double.isNaN(x) ? x : Math.signum(x) * (1 - tail(a));
        }
        return x * series(x * x);
    }

    /** The complement 1 − erf(x), to full relative precision on the right. */
    static double erfc(double x) {
        if (x < 0) {
            return 1 + erf(-x);
        }
        return x < 0.5 ? 1 - erf(x) : tail(x);
    }

    private static double series(double square) {
        double term = 1;
        double sum = 0;
        for (int n = 1; sum + term != sum; n++) {
            sum += term;
            term *= 2 * square / (2 * n + 1);
        }
        return 2 / ROOT_PI * StrictMath.exp(-square) * sum;
    }

    /** erfc for x &gt; 0 by its continued fraction (7.1.14), evaluated from the inside out. */
    private static double tail(double x) {
        if (x > 27.3) {
            return Double.isNaN(x) ? x : 0;
        }
        double fraction = x;
        for (int n = (int) (20 + 200 / (x * x)); n > 0; n--) {
            fraction = x + 0.5 * n / fraction;
        }
        double square = x * x;
        double rounded = Math.fma(x, x, -square);
        return StrictMath.exp(-square) * (1 - rounded) / (fraction * ROOT_PI);
    }
}
