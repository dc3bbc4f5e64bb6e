package nabla.number;

import org.apache.commons.math3.RealFieldElement;

/**
 * Numbers for which only arithmetic, exp, log, sqrt, sin, cos and atan have to be written: everything else follows from these.
 *
 * @param <T> the numbers
 */
interface DerivedFunctions<T extends DerivedFunctions<T>> extends RealFieldElement<T> {

    /** The exact image of a double. */
    T number(double x);

    /** This number. */
    private T self() {
        return add(0.0);
    }

    private T one() {
        return getField().getOne();
    }

    /** −1, 0, 1 or NaN, also where the number is too small for a double. */
    private double sign() {
        return signum().getReal();
    }

    @Override
    default T subtract(T b) {
        return add(b.negate());
    }

    @Override
    default T subtract(double b) {
        return add(-b);
    }

    @Override
    default T multiply(int n) {
        return multiply((double) n);
    }

    @Override
    default T divide(double b) {
        return divide(number(b));
    }

    @Override
    default T reciprocal() {
        return one().divide(self());
    }

    @Override
    default T abs() {
        return sign() < 0 ? negate() : self();
    }

    @Override
    default T copySign(T sign) {
        return copySign(sign.signum().getReal());
    }

    @Override
    default T copySign(double sign) {
        return Math.copySign(1, sign()) == Math.copySign(1, sign) ? self() : negate();
    }

    @Override
    default T ceil() {
        return negate().floor().negate();
    }

    @Override
    default T remainder(double b) {
        return remainder(number(b));
    }

    @Override
    default T remainder(T b) {
        return subtract(b.multiply(divide(b).rint()));
    }

    @Override
    default T hypot(T b) {
        return multiply(self()).add(b.multiply(b)).sqrt();
    }

    @Override
    default T pow(double exponent) {
        return pow(number(exponent));
    }

    @Override
    default T pow(T exponent) {
        return log().multiply(exponent).exp();
    }

    /** By squaring. */
    @Override
    default T pow(int n) {
        T power = one();
        T square = n < 0 ? reciprocal() : self();
        for (long left = Math.abs((long) n); left > 0; left >>= 1) {
            power = (left & 1) == 1 ? power.multiply(square) : power;
            square = left > 1 ? square.multiply(square) : square;
        }
        return power;
    }

    @Override
    default T rootN(int n) {
        return sign() < 0 && n % 2 != 0 ? negate().rootN(n).negate() : sign() == 0 ? self() : log().divide(n).exp();
    }

    @Override
    default T cbrt() {
        return rootN(3);
    }

    @Override
    default T expm1() {
        return exp().subtract(1);
    }

    @Override
    default T log1p() {
        return add(1).log();
    }

    @Override
    default T tan() {
        return sin().divide(cos());
    }

    @Override
    default T asin() {
        return divide(one().subtract(self()).multiply(add(1)).sqrt()).atan();
    }

    @Override
    default T acos() {
        return one().subtract(self()).multiply(add(1)).sqrt().atan2(self());
    }

    @Override
    default T atan2(T x) {
        double side = x.signum().getReal();
        if (side == 0) {
            return one().atan().multiply(2 * sign());
        }
        T angle = divide(x).atan();
        return side > 0 ? angle : angle.add(one().atan().multiply(sign() < 0 ? -4 : 4));
    }

    @Override
    default T sinh() {
        T e = exp();
        return e.subtract(e.reciprocal()).divide(2);
    }

    @Override
    default T cosh() {
        T e = exp();
        return e.add(e.reciprocal()).divide(2);
    }

    @Override
    default T tanh() {
        T e = abs().multiply(-2).exp();
        return one().subtract(e).divide(e.add(1)).copySign(self());
    }

    @Override
    default T asinh() {
        return abs().add(multiply(self()).add(1).sqrt()).log().copySign(self());
    }

    @Override
    default T acosh() {
        return add(multiply(self()).subtract(1).sqrt()).log();
    }

    @Override
    default T atanh() {
        return add(1).divide(one().subtract(self())).log().divide(2);
    }

    @Override
    default T linearCombination(T[] a, T[] b) {
        T sum = getField().getZero();
        for (int i = 0; i < a.length; i++) {
            sum = sum.add(a[i].multiply(b[i]));
        }
        return sum;
    }

    @Override
    default T linearCombination(double[] a, T[] b) {
        T sum = getField().getZero();
        for (int i = 0; i < a.length; i++) {
            sum = sum.add(b[i].multiply(a[i]));
        }
        return sum;
    }

    @Override
    default T linearCombination(T a1, T b1, T a2, T b2) {
        return b1.multiply(a1).add(b2.multiply(a2));
    }

    @Override
    default T linearCombination(double a1, T b1, double a2, T b2) {
        return b1.multiply(a1).add(b2.multiply(a2));
    }

    @Override
    default T linearCombination(T a1, T b1, T a2, T b2, T a3, T b3) {
        return b1.multiply(a1).add(b2.multiply(a2)).add(b3.multiply(a3));
    }

    @Override
    default T linearCombination(double a1, T b1, double a2, T b2, double a3, T b3) {
        return b1.multiply(a1).add(b2.multiply(a2)).add(b3.multiply(a3));
    }

    @Override
    default T linearCombination(T a1, T b1, T a2, T b2, T a3, T b3, T a4, T b4) {
        return b1.multiply(a1).add(b2.multiply(a2)).add(b3.multiply(a3)).add(b4.multiply(a4));
    }

    @Override
    default T linearCombination(double a1, T b1, double a2, T b2, double a3, T b3, double a4, T b4) {
        return b1.multiply(a1).add(b2.multiply(a2)).add(b3.multiply(a3)).add(b4.multiply(a4));
    }
}
