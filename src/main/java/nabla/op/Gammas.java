package nabla.op;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.number.DoubleDouble;
import nabla.number.Real;

/**
 * The logarithm of |Γ| and its derivatives: by their recurrences to where the asymptotic series is exact to 60 digits (Abramowitz and
 * Stegun 6.1.15, 6.1.41, 6.3.18, 6.4.11). Those for doubles are the same on numbers of two doubles, because near a zero nothing else
 * has a digit.
 */
final class Gammas {

    /** From here on the smallest term of the series is less than 10⁻¹⁰⁰. */
    private static final double FAR = 40;
    /** So many steps of a recurrence at most. */
    private static final double DEEPEST = -10_000;
    private static final double LARGE = 1e100;
    private static final int CHUNK = 50;
    /** |B₂ₖ| as fractions, for k from 1. */
    private static final List<BigInteger[]> BERNOULLI = bernoulli(70);

    private Gammas() { }

    /** At 0, −1, −2, … there is no value. */
    static Guard poles(Node x) {
        Node near = Algebra.sin(Algebra.mul(Algebra.PI, x));
        return Guard.pole(Algebra.where(Algebra.lt(x, Algebra.constant(0.5)), near, Algebra.ONE));
    }

    static boolean isPole(double x) {
        return x <= 0 && x == Math.rint(x) || x < DEEPEST;
    }

    static double lgamma(double x) {
        return x == 1 || x == 2 ? 0 : isPole(x) || Double.isInfinite(x) ? Double.POSITIVE_INFINITY : lgamma(new DoubleDouble(x)).getReal();
    }

    static double digamma(double x) {
        return isPole(x) ? Double.NaN : Double.isInfinite(x) ? x : digamma(new DoubleDouble(x)).getReal();
    }

    static double polygamma(int n, double x) {
        return isPole(x) ? Double.NaN : Double.isInfinite(x) ? 0 : polygamma(n, new DoubleDouble(x)).getReal();
    }

    static <T extends Real<T>> T lgamma(T x) {
        T y = x;
        T product = x.number(1);
        T logarithms = x.number(0);
        while (y.getReal() < FAR && !isPole(y.getReal())) {
            product = product.multiply(y);
            if (Math.abs(product.getReal()) > LARGE) {
                logarithms = logarithms.add(product.abs().log());
                product = x.number(1);
            }
            y = y.add(1);
        }
        if (isPole(y.getReal())) {
            return x.number(Double.POSITIVE_INFINITY);
        }
        T sum = y.subtract(0.5).multiply(y.log()).subtract(y).add(Kernels.pi(x).multiply(2).log().divide(2));
        return sum.add(series(y, -1)).subtract(product.abs().log()).subtract(logarithms);
    }

    static <T extends Real<T>> T digamma(T x) {
        T y = x;
        T shifted = x.number(0);
        while (y.getReal() < FAR && !isPole(y.getReal())) {
            shifted = shifted.add(y.reciprocal());
            y = y.add(1);
        }
        if (isPole(y.getReal())) {
            return Kernels.nan(x);
        }
        return y.log().subtract(y.multiply(2).reciprocal()).subtract(series(y, 0)).subtract(shifted);
    }

    /** The derivative of order n of digamma. */
    static <T extends Real<T>> T polygamma(int n, T x) {
        T y = x;
        T shifted = x.number(0);
        while (y.getReal() < FAR + n && !isPole(y.getReal())) {
            shifted = shifted.add(y.pow(n + 1).reciprocal());
            y = y.add(1);
        }
        if (isPole(y.getReal())) {
            return Kernels.nan(x);
        }
        T factorial = x.number(1);
        for (int k = 2; k < n; k++) {
            factorial = factorial.multiply(k);
        }
        T power = y.pow(n);
        T sum = factorial.divide(power).add(factorial.multiply(n).divide(power.multiply(y).multiply(2))).add(series(y, n))
                .add(shifted.multiply(factorial).multiply(n));
        return n % 2 == 0 ? sum.negate() : sum;
    }

    /** Σ B₂ₖ·(2k + n − 1)!/(2k)!·y⁻²ᵏ⁻ⁿ until nothing changes; for n = −1 it belongs to the logarithm of Γ. */
    private static <T extends Real<T>> T series(T y, int n) {
        T square = y.multiply(y).reciprocal();
        T power = n < 0 ? y : y.pow(n).reciprocal();
        T sum = y.number(0);
        for (int k = 1; k <= BERNOULLI.size(); k++) {
            power = power.multiply(square);
            BigInteger factor = BigInteger.ONE;
            for (int j = 2 * k + 1; j < 2 * k + n; j++) {
                factor = factor.multiply(BigInteger.valueOf(j));
            }
            BigInteger below = BigInteger.valueOf(n < 0 ? 2L * k * (2L * k - 1) : n == 0 ? 2L * k : 1);
            BigInteger[] number = BERNOULLI.get(k - 1);
            T term = power.multiply(whole(y, number[0].multiply(factor))).divide(whole(y, number[1].multiply(below)));
            T next = k % 2 == 1 ? sum.add(term) : sum.subtract(term);
            if (!(Math.abs(next.subtract(sum).sign()) > 0)) {
                return next;
            }
            sum = next;
        }
        return sum;
    }

    /** A whole number, whatever its length, in some arithmetic. */
    private static <T extends Real<T>> T whole(T like, BigInteger value) {
        T sum = like.number(0);
        for (int at = (value.bitLength() - 1) / CHUNK; at >= 0; at--) {
            long digit = value.shiftRight(at * CHUNK).and(BigInteger.ONE.shiftLeft(CHUNK).subtract(BigInteger.ONE)).longValue();
            sum = sum.multiply((double) (1L << CHUNK)).add(digit);
        }
        return sum;
    }

    /** From the tangent numbers T₁, T₂, …: |B₂ₖ| = 2k·Tₖ/(4ᵏ(4ᵏ − 1)) (Brent and Harvey, Fast computation of Bernoulli numbers, 2011). */
    private static List<BigInteger[]> bernoulli(int count) {
        BigInteger[] tangent = new BigInteger[count + 1];
        tangent[1] = BigInteger.ONE;
        for (int k = 2; k <= count; k++) {
            tangent[k] = tangent[k - 1].multiply(BigInteger.valueOf(k - 1L));
        }
        for (int k = 2; k <= count; k++) {
            for (int j = k; j <= count; j++) {
                tangent[j] = tangent[j - 1].multiply(BigInteger.valueOf(j - k)).add(tangent[j].multiply(BigInteger.valueOf(j - k + 2L)));
            }
        }
        List<BigInteger[]> numbers = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            BigInteger top = tangent[k].multiply(BigInteger.valueOf(2L * k));
            BigInteger bottom = BigInteger.ONE.shiftLeft(2 * k).multiply(BigInteger.ONE.shiftLeft(2 * k).subtract(BigInteger.ONE));
            BigInteger common = top.gcd(bottom);
            numbers.add(new BigInteger[] {top.divide(common), bottom.divide(common)});
        }
        return numbers;
    }
}
