package nabla.number;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * What the kernels of operations need of numbers other than doubles. Only arithmetic, a few functions and the image of a double have to be
 * written; the others follow, and may be written where that is quicker or better.
 *
 * @param <T> the numbers
 */
public interface Real<T extends Real<T>> {

    /** The exact image of a double among numbers like this one. */
    T number(double x);

    /** The nearest double. */
    double getReal();

    /** −1, 0, 1 or NaN, also where the number is too small for a double. */
    double sign();

    T add(T b);

    T negate();

    T multiply(T b);

    T divide(T b);

    T floor();

    T sqrt();

    T exp();

    T log();

    T sin();

    T cos();

    T atan();

    /** This number. */
    @SuppressWarnings("unchecked")
    private T self() {
        return (T) this;
    }

    default boolean isZero() {
        return sign() == 0;
    }

    default boolean isNaN() {
        return Double.isNaN(sign());
    }

    /** By the sign of the difference. */
    default boolean isLess(T b) {
        return subtract(b).sign() < 0;
    }

    /** The larger of two; NaN if one is. */
    default T max(T b) {
        return isNaN() || b.isLess(self()) ? self() : b;
    }

    default T add(double b) {
        return add(number(b));
    }

    default T subtract(T b) {
        return add(b.negate());
    }

    default T subtract(double b) {
        return add(-b);
    }

    default T multiply(double b) {
        return multiply(number(b));
    }

    default T divide(double b) {
        return divide(number(b));
    }

    default T reciprocal() {
        return number(1).divide(self());
    }

    default T abs() {
        return sign() < 0 ? negate() : self();
    }

    /** The nearest whole number; of two the upper one. */
    default T rint() {
        return add(0.5).floor();
    }

    default T hypot(T b) {
        return multiply(self()).add(b.multiply(b)).sqrt();
    }

    default T pow(T exponent) {
        return log().multiply(exponent).exp();
    }

    /** By squaring. */
    default T pow(int n) {
        T power = number(1);
        T square = n < 0 ? reciprocal() : self();
        for (long left = Math.abs((long) n); left > 0; left >>= 1) {
            power = (left & 1) == 1 ? power.multiply(square) : power;
            square = left > 1 ? square.multiply(square) : square;
        }
        return power;
    }

    default T log1p() {
        return add(1).log();
    }

    default T tan() {
        return sin().divide(cos());
    }

    default T asin() {
        return divide(number(1).subtract(self()).multiply(add(1)).sqrt()).atan();
    }

    default T acos() {
        return number(1).subtract(self()).multiply(add(1)).sqrt().atan2(self());
    }

    /** The angle of the point with this ordinate. */
    default T atan2(T x) {
        double side = x.sign();
        if (side == 0) {
            return number(1).atan().multiply(2 * sign());
        }
        T angle = divide(x).atan();
        return side > 0 ? angle : angle.add(number(1).atan().multiply(sign() < 0 ? -4 : 4));
    }

    /** The sum of the products of two rows of numbers. */
    default T dot(T[] a, T[] b) {
        T sum = number(0);
        for (int i = 0; i < a.length; i++) {
            sum = sum.add(a[i].multiply(b[i]));
        }
        return sum;
    }

    /** A row of zeros, of numbers like another one. */
    @SuppressWarnings("unchecked")
    static <T extends Real<T>> T[] zeros(T like, int n) {
        T[] row = (T[]) Array.newInstance(like.getClass(), n);
        Arrays.fill(row, like.number(0));
        return row;
    }

    /** So many of them. */
    @SuppressWarnings("unchecked")
    static <T extends Real<T>> T[][] zeros(T like, int rows, int columns) {
        T[][] all = (T[][]) Array.newInstance(like.getClass(), rows, columns);
        Arrays.setAll(all, i -> zeros(like, columns));
        return all;
    }
}
