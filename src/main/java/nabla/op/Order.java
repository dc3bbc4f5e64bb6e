package nabla.op;

import nabla.number.Real;

/** Comparisons over any field of numbers, which has none of its own; by the sign of the difference. */
final class Order {

    private Order() { }

    static <T extends Real<T>> boolean less(T a, T b) {
        return a.subtract(b).sign() < 0;
    }

    static <T extends Real<T>> boolean isZero(T a) {
        return a.sign() == 0;
    }

    static <T extends Real<T>> boolean isNaN(T a) {
        return Double.isNaN(a.sign());
    }

    /** The larger of two; NaN if one is. */
    static <T extends Real<T>> T larger(T a, T b) {
        return isNaN(a) || less(b, a) ? a : b;
    }
}
