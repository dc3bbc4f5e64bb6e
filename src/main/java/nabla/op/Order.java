package nabla.op;

import nabla.number.Real;

/** Comparisons over any field of numbers, which has none of its own; by the sign of the difference. */
final class Order {

    private Order() { }

    /** −1, 0 or 1, or NaN. The number is asked itself: as a double it may underflow. */
    static <T extends Real<T>> double sign(T a) {
        return a.sign();
    }

    static <T extends Real<T>> boolean less(T a, T b) {
        return sign(a.subtract(b)) < 0;
    }

    static <T extends Real<T>> boolean isZero(T a) {
        return sign(a) == 0;
    }

    static <T extends Real<T>> boolean isNaN(T a) {
        return Double.isNaN(sign(a));
    }

    /** The larger of two; NaN if one is. */
    static <T extends Real<T>> T larger(T a, T b) {
        return isNaN(a) || less(b, a) ? a : b;
    }
}
