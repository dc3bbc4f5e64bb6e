package nabla.op;

import org.apache.commons.math3.RealFieldElement;

/** Comparisons over any field of numbers, which has none of its own; by the sign of the difference, which cannot underflow. */
final class Order {

    private Order() { }

    static <T extends RealFieldElement<T>> boolean less(T a, T b) {
        return a.subtract(b).signum().getReal() < 0;
    }

    static <T extends RealFieldElement<T>> boolean isZero(T a) {
        return a.signum().getReal() == 0;
    }

    static <T extends RealFieldElement<T>> boolean isNaN(T a) {
        return Double.isNaN(a.getReal());
    }

    /** The larger of two; NaN if one is. */
    static <T extends RealFieldElement<T>> T larger(T a, T b) {
        return isNaN(a) || less(b, a) ? a : b;
    }
}
