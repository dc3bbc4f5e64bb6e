package nabla.op;

import nabla.number.Real;

/** Inverse hyperbolic functions, by log1p so that nothing cancels near 0 (Abramowitz and Stegun 4.6.20 to 4.6.22). */
final class Inverses {

    /** Beyond it a square is its own successor. */
    private static final double FAR = 0x1p28;

    private Inverses() { }

    static double asinh(double x) {
        double a = Math.abs(x);
        double y = a > FAR ? StrictMath.log(a) + StrictMath.log(2) : StrictMath.log1p(a + a * a / (1 + Math.sqrt(a * a + 1)));
        return Math.copySign(y, x);
    }

    static double acosh(double x) {
        double t = x - 1;
        return x > FAR ? StrictMath.log(x) + StrictMath.log(2) : StrictMath.log1p(t + Math.sqrt(2 * t + t * t));
    }

    static double atanh(double x) {
        double a = Math.abs(x);
        return Math.copySign(0.5 * StrictMath.log1p(2 * a / (1 - a)), x);
    }

    static <T extends Real<T>> T asinh(T x) {
        T a = x.abs();
        T square = a.multiply(a);
        T y = Kernels.log1p(a.add(square.divide(square.add(1).sqrt().add(1))));
        return x.sign() < 0 ? y.negate() : y;
    }

    static <T extends Real<T>> T acosh(T x) {
        T t = x.subtract(1);
        return t.sign() < 0 ? Kernels.nan(x) : Kernels.log1p(t.add(t.multiply(t.add(2)).sqrt()));
    }

    static <T extends Real<T>> T atanh(T x) {
        T a = x.abs();
        T y = Kernels.log1p(a.multiply(2).divide(a.number(1).subtract(a))).divide(2);
        return x.sign() < 0 ? y.negate() : y;
    }
}
