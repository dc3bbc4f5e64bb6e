package nabla.op;

import org.apache.commons.math3.RealFieldElement;
import org.apache.commons.math3.dfp.Dfp;

/** Comparisons over any field of numbers, which has none of its own; by the sign of the difference. */
final class Order {

    private Order() { }

    /** −1, 0 or 1, or NaN. A 60-digit number is asked itself: making it a double costs as much as fifty products, and may underflow. */
    static <T extends RealFieldElement<T>> double sign(T a) {
        RealFieldElement<?> number = a;
        if (number instanceof Dfp digits) {
            return digits.isNaN() ? Double.NaN : digits.strictlyPositive() ? 1 : digits.strictlyNegative() ? -1 : 0;
        }
        return Math.signum(a.getReal());
    }

    static <T extends RealFieldElement<T>> boolean less(T a, T b) {
        return sign(a.subtract(b)) < 0;
    }

    static <T extends RealFieldElement<T>> boolean isZero(T a) {
        return sign(a) == 0;
    }

    static <T extends RealFieldElement<T>> boolean isNaN(T a) {
        return Double.isNaN(sign(a));
    }

    /** The larger of two; NaN if one is. */
    static <T extends RealFieldElement<T>> T larger(T a, T b) {
        return isNaN(a) || less(b, a) ? a : b;
    }
}
