package nabla.session;

import java.util.Arrays;

/**
 * A value with its gradient, on the piece of a piecewise smooth function that lies in one direction from the point: where two values tie, the
 * one that is ahead in that direction is taken. Nothing of nabla is in it.
 */
record Piece(double value, double[] gradient, double[] direction) {

    static Piece number(double value, double[] direction) {
        return new Piece(value, new double[direction.length], direction);
    }

    static Piece entry(double[] x, int k, double[] direction) {
        double[] gradient = new double[x.length];
        gradient[k] = 1;
        return new Piece(x[k], gradient, direction);
    }

    double slope() {
        double sum = 0;
        for (int k = 0; k < gradient.length; k++) {
            sum += gradient[k] * direction[k];
        }
        return sum;
    }

    private Piece mapped(double mapped, double derivative) {
        return new Piece(mapped, Arrays.stream(gradient).map(entry -> entry * derivative).toArray(), direction);
    }

    Piece times(double factor) {
        return mapped(value * factor, factor);
    }

    Piece plus(Piece other) {
        double[] sum = new double[gradient.length];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = gradient[k] + other.gradient[k];
        }
        return new Piece(value + other.value, sum, direction);
    }

    Piece minus(Piece other) {
        return plus(other.times(-1));
    }

    Piece times(Piece other) {
        return mapped(value * other.value, other.value).plus(other.mapped(0, value));
    }

    Piece exp() {
        return mapped(Math.exp(value), Math.exp(value));
    }

    Piece sin() {
        return mapped(Math.sin(value), Math.cos(value));
    }

    /** log(1 + exp(x)). */
    Piece softplus() {
        return mapped(Math.log1p(Math.exp(value)), 1 / (1 + Math.exp(-value)));
    }

    /** Whether it is positive close by in the direction; a tie there too is none. */
    boolean isPositive() {
        return Math.abs(value) > 1e-9 ? value > 0 : slope() > 0;
    }

    Piece max(Piece other) {
        return other.minus(this).isPositive() ? other : this;
    }

    Piece min(Piece other) {
        return other.minus(this).isPositive() ? this : other;
    }

    Piece abs() {
        return isPositive() ? this : times(-1);
    }

    Piece relu() {
        return isPositive() ? this : times(0);
    }

    /** √(a² + b²), also where both are 0. */
    Piece norm(Piece other) {
        double length = Math.hypot(value, other.value);
        boolean zero = length < 1e-9;
        double along = zero ? slope() : value;
        double across = zero ? other.slope() : other.value;
        double size = Math.hypot(along, across);
        return size == 0 ? times(0) : times(along / size).plus(other.times(across / size)).mapped(length, 1);
    }
}
