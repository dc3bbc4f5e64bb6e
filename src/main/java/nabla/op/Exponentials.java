package nabla.op;

import nabla.number.Real;

/**
 * Exponentials and powers over any arithmetic, also where they leave its range. The 60-digit ones of the library square an exponent
 * until it passes the argument, in 32 bits: above 2³⁰ they never come back.
 */
final class Exponentials {

    /** Within it exp is in the range of 60-digit numbers, which ends near exp(±300,000). */
    private static final double RANGE = 250_000;
    private static final double LARGE_POWER = 1e6;

    private Exponentials() { }

    static <T extends Real<T>> T exp(T x) {
        double real = x.getReal();
        return Math.abs(real) > RANGE ? beyond(x, real > 0) : x.exp();
    }

    private static <T extends Real<T>> T beyond(T like, boolean large) {
        return like.number(large ? Double.POSITIVE_INFINITY : 0);
    }

    static <T extends Real<T>> T sinh(T x) {
        T e = exp(x);
        return e.subtract(e.reciprocal()).divide(2);
    }

    static <T extends Real<T>> T cosh(T x) {
        T e = exp(x.abs());
        return e.add(e.reciprocal()).divide(2);
    }

    static <T extends Real<T>> T power(T base, T exponent) {
        double n = exponent.getReal();
        double sign = base.sign();
        // By its own digits: 2 + 2⁻⁹⁰ is whole as a double.
        boolean whole = n == Math.rint(n) && exponent.subtract(n).sign() == 0;
        if (sign > 0) {
            double logarithm = n * Math.log(base.getReal());
            return Math.abs(logarithm) > RANGE ? beyond(base, logarithm > 0) : base.pow(exponent);
        } else if (whole && Math.abs(n) <= LARGE_POWER) {
            return base.pow((int) n);
        } else if (sign < 0 && whole) {
            T size = power(base.negate(), exponent);
            return n % 2 == 0 ? size : size.negate();
        }
        return sign < 0 ? Kernels.nan(base) : n > 0 ? base.number(0) : base.number(1).divide(base);
    }
}
