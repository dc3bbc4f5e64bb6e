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

    /** Exact at powers of two. */
    static double log2(double x) {
        int exponent = Math.getExponent(x);
        boolean power = x > 0 && x < Double.POSITIVE_INFINITY && x == Math.scalb(1.0, exponent);
        return power ? exponent : StrictMath.log(x) / StrictMath.log(2);
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

    static double logaddexp(double a, double b) {
        double larger = Math.max(a, b);
        return Double.isInfinite(larger) ? larger : larger + StrictMath.log1p(StrictMath.exp(-Math.abs(a - b)));
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

    /** x·Φ(x), the tail on the left by the fraction: 1 + erf would cancel there. */
    static double gelu(double x) {
        double z = -x * ROOT_HALF;
        if (z == Double.POSITIVE_INFINITY) {
            return 0;
        }
        return z < 1 ? 0.5 * x * (1 - erf(z)) : x * bell(x, 0.5) / (2 * fraction(z) * ROOT_PI);
    }

    /**
     * The error function: its series with only positive terms (Abramowitz and Stegun 7.1.6), further out 1 − erfc. That of Commons Numbers is
     * quicker, and takes its exponentials from {@link Math}: reports would have other digits on other machines.
     */
    static double erf(double x) {
        double a = Math.abs(x);
        if (!(a < FAR)) {
            return Math.signum(x) * (1 - bell(x, 1) / (fraction(a) * ROOT_PI));
        }
        double square = x * x;
        double term = x;
        double sum = 0;
        for (int n = 1; sum + term != sum; n++) {
            sum += term;
            term *= 2 * square / (2 * n + 1);
        }
        return 2 / ROOT_PI * bell(x, 1) * sum;
    }

    /** What exp(−x²)/√π is divided by to give erfc(x), for x not near 0: a continued fraction (7.1.14), from the inside out. */
    private static double fraction(double x) {
        double fraction = x;
        for (int n = (int) (20 + 200 / (x * x)); n > 0; n--) {
            fraction = x + 0.5 * n / fraction;
        }
        return fraction;
    }

    /** exp(−factor·x²), with the part of x² that rounding drops. */
    private static double bell(double x, double factor) {
        double square = x * x;
        return square > 2000 ? 0 : StrictMath.exp(-factor * square) * (1 - factor * Math.fma(x, x, -square));
    }
}
