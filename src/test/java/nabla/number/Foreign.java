package nabla.number;

import org.apache.commons.math3.RealFieldElement;

/** A number of Commons Math as one that kernels run on: decimals of any length, derivative structures. Each function is that library's own. */
public record Foreign<F extends RealFieldElement<F>>(F value) implements Real<Foreign<F>> {

    private static <F extends RealFieldElement<F>> Foreign<F> of(F value) {
        return new Foreign<>(value);
    }

    @Override
    public Foreign<F> number(double x) {
        return of(value.getField().getZero().add(x));
    }

    @Override
    public double getReal() {
        return value.getReal();
    }

    @Override
    public double sign() {
        return value.signum().getReal();
    }

    @Override
    public Foreign<F> add(Foreign<F> b) {
        return of(value.add(b.value));
    }

    @Override
    public Foreign<F> subtract(Foreign<F> b) {
        return of(value.subtract(b.value));
    }

    @Override
    public Foreign<F> negate() {
        return of(value.negate());
    }

    @Override
    public Foreign<F> multiply(Foreign<F> b) {
        return of(value.multiply(b.value));
    }

    @Override
    public Foreign<F> divide(Foreign<F> b) {
        return of(value.divide(b.value));
    }

    @Override
    public Foreign<F> reciprocal() {
        return of(value.reciprocal());
    }

    @Override
    public Foreign<F> abs() {
        return of(value.abs());
    }

    @Override
    public Foreign<F> floor() {
        return of(value.floor());
    }

    @Override
    public Foreign<F> rint() {
        return of(value.rint());
    }

    @Override
    public Foreign<F> sqrt() {
        return of(value.sqrt());
    }

    @Override
    public Foreign<F> exp() {
        return of(value.exp());
    }

    @Override
    public Foreign<F> log() {
        return of(value.log());
    }

    @Override
    public Foreign<F> log1p() {
        return of(value.log1p());
    }

    @Override
    public Foreign<F> pow(int n) {
        return of(value.pow(n));
    }

    @Override
    public Foreign<F> pow(Foreign<F> exponent) {
        return of(value.pow(exponent.value));
    }

    @Override
    public Foreign<F> hypot(Foreign<F> b) {
        return of(value.hypot(b.value));
    }

    @Override
    public Foreign<F> sin() {
        return of(value.sin());
    }

    @Override
    public Foreign<F> cos() {
        return of(value.cos());
    }

    @Override
    public Foreign<F> tan() {
        return of(value.tan());
    }

    @Override
    public Foreign<F> asin() {
        return of(value.asin());
    }

    @Override
    public Foreign<F> acos() {
        return of(value.acos());
    }

    @Override
    public Foreign<F> atan() {
        return of(value.atan());
    }

    @Override
    public Foreign<F> atan2(Foreign<F> x) {
        return of(value.atan2(x.value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
