package nabla.op;

import nabla.number.Real;

/** Kernels of newer activations. */
final class Units {

    /** Klambauer et al., Self-normalizing neural networks, 2017: the numbers as they are there, to the digits of a double. */
    static final double SCALE = 1.0507009873554804934193349852946;
    static final double ALPHA = 1.6732632423543772848170429916717;
    /** Beyond it mish(x) is x. */
    private static final double FAR = 20;

    private Units() { }

    static double selu(double x) {
        return SCALE * (x > 0 ? x : ALPHA * StrictMath.expm1(x));
    }

    static <T extends Real<T>> T selu(T x) {
        return x.number(SCALE).multiply(Kernels.elu(x, x.number(ALPHA)));
    }

    /** tanh(log(1 + e)) is e(e + 2)/(e(e + 2) + 2). */
    static double mish(double x) {
        if (x > FAR || x == Double.NEGATIVE_INFINITY) {
            return Math.max(x, 0);
        }
        double e = StrictMath.exp(x);
        double n = e * (e + 2);
        return x * (n / (n + 2));
    }

    static <T extends Real<T>> T mish(T x) {
        if (x.sign() > 0) {
            T e = Exponentials.exp(x.negate());
            T n = e.multiply(2).add(1);
            return x.multiply(n.divide(e.multiply(e).multiply(2).add(n)));
        }
        T e = Exponentials.exp(x);
        T n = e.multiply(e.add(2));
        return x.multiply(n.divide(n.add(2)));
    }

    static <T extends Real<T>> T hardtanh(T x) {
        return between(x, -1, 1);
    }

    static <T extends Real<T>> T relu6(T x) {
        return between(x, 0, 6);
    }

    private static <T extends Real<T>> T between(T x, double low, double high) {
        return Kernels.clip(x, x.number(low), x.number(high));
    }

    static <T extends Real<T>> T hardsigmoid(T x) {
        return between(x.add(3), 0, 6).divide(6);
    }
}
