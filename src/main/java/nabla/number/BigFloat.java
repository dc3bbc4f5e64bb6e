package nabla.number;

import java.math.BigInteger;

/**
 * A binary floating-point number with as many digits as its {@link Precision} says, and an exponent range far beyond that of double. Results
 * are rounded to the nearest; of two, to that away from zero. As with doubles, what is too large is infinite, and 0/0 is not a number; there
 * is one zero. Ten times as fast as decimal numbers of as many digits.
 */
public final class BigFloat implements Real<BigFloat> {

    /** Numbers are less than 2 to this, and at least 2 to minus this. */
    static final int RANGE = 1 << 19;
    private static final int DOUBLE_BITS = 52;
    private static final int DOUBLE_BIAS = 1075;
    private static final int WHOLE_POWER = 1 << 20;

    private final Precision precision;
    /** The number is mantissa · 2^exponent. */
    private final BigInteger mantissa;
    private final int exponent;
    /** NaN or an infinity; 0 for every other number. */
    private final double special;

    private BigFloat(Precision precision, BigInteger mantissa, int exponent, double special) {
        this.precision = precision;
        this.mantissa = mantissa;
        this.exponent = exponent;
        this.special = special;
    }

    /** mantissa · 2^exponent, rounded. */
    static BigFloat of(Precision precision, BigInteger mantissa, long exponent) {
        BigInteger kept = mantissa;
        int extra = mantissa.bitLength() - precision.bits();
        if (extra > 0) {
            boolean up = mantissa.testBit(extra - 1) && (mantissa.signum() > 0 || mantissa.getLowestSetBit() < extra - 1);
            kept = mantissa.shiftRight(extra);
            kept = up ? kept.add(BigInteger.ONE) : kept;
            exponent += extra;
        }
        long top = exponent + kept.bitLength();
        if (kept.signum() == 0 || top < -RANGE) {
            return new BigFloat(precision, BigInteger.ZERO, 0, 0);
        }
        return top > RANGE ? new BigFloat(precision, BigInteger.ZERO, 0, kept.signum() * Double.POSITIVE_INFINITY)
                : new BigFloat(precision, kept, (int) exponent, 0);
    }

    /** The exact image of a double. */
    static BigFloat of(Precision precision, double x) {
        if (!Double.isFinite(x)) {
            return new BigFloat(precision, BigInteger.ZERO, 0, x);
        } else if (x == 0) {
            return new BigFloat(precision, BigInteger.ZERO, 0, 0);
        }
        long raw = Double.doubleToRawLongBits(x);
        long field = raw >>> DOUBLE_BITS & 0x7ff;
        long fraction = raw & (1L << DOUBLE_BITS) - 1;
        long whole = field == 0 ? fraction : fraction | 1L << DOUBLE_BITS;
        int zeros = Long.numberOfTrailingZeros(whole);
        long units = whole >>> zeros;
        return of(precision, BigInteger.valueOf(raw < 0 ? -units : units), Math.max(1, field) - DOUBLE_BIAS + zeros);
    }

    /** The same number in another precision. */
    BigFloat at(Precision other) {
        return special != 0 ? new BigFloat(other, mantissa, 0, special) : of(other, mantissa, exponent);
    }

    Precision precision() {
        return precision;
    }

    /** The number is less than 2 to this; nothing is said of what is zero or not finite. */
    int top() {
        return exponent + mantissa.bitLength();
    }

    /** The whole number of units of 2^−places below. */
    BigInteger fixed(int places) {
        int shift = exponent + places;
        return shift >= 0 ? mantissa.shiftLeft(shift) : mantissa.shiftRight(-shift);
    }

    public boolean isFinite() {
        return special == 0;
    }

    /** −1, 0 or 1 for a number, and what is none. */
    private double kind() {
        return special != 0 ? special : mantissa.signum();
    }

    @Override
    public BigFloat add(BigFloat b) {
        if (special != 0 || b.special != 0) {
            return number(special + b.special);
        } else if (b.mantissa.signum() == 0) {
            return this;
        } else if (mantissa.signum() == 0) {
            return b;
        }
        int beyond = precision.bits() + 2;
        if (top() - b.top() > beyond) {
            return this;
        } else if (b.top() - top() > beyond) {
            return b;
        }
        int shift = exponent - b.exponent;
        return shift >= 0 ? of(precision, mantissa.shiftLeft(shift).add(b.mantissa), b.exponent)
                : of(precision, b.mantissa.shiftLeft(-shift).add(mantissa), exponent);
    }

    @Override
    public BigFloat negate() {
        return new BigFloat(precision, mantissa.negate(), exponent, -special);
    }

    @Override
    public BigFloat multiply(BigFloat b) {
        return special != 0 || b.special != 0 ? number(kind() * b.kind()) : of(precision, mantissa.multiply(b.mantissa), (long) exponent + b.exponent);
    }

    @Override
    public BigFloat divide(BigFloat b) {
        if (special != 0 || b.special != 0 || b.mantissa.signum() == 0) {
            return number(kind() / b.kind());
        }
        int shift = Math.max(0, precision.bits() + 2 - mantissa.bitLength() + b.mantissa.bitLength());
        return of(precision, mantissa.shiftLeft(shift).divide(b.mantissa), (long) exponent - b.exponent - shift);
    }

    @Override
    public BigFloat sqrt() {
        if (special != 0 || mantissa.signum() < 0) {
            return number(Math.sqrt(kind()));
        }
        int shift = Math.max(0, 2 * (precision.bits() + 2) - mantissa.bitLength());
        shift += exponent - shift & 1;
        return of(precision, mantissa.shiftLeft(shift).sqrt(), (exponent - shift) / 2);
    }

    /** Powers with whole exponents by squaring, where there are not many digits to lose by that. */
    @Override
    public BigFloat pow(BigFloat power) {
        double n = power.getReal();
        if (n == Math.rint(n) && Math.abs(n) < WHOLE_POWER && power.subtract(n).isZero()) {
            return at(precision.wider()).pow((int) n).at(precision);
        }
        Precision wide = precision.wider();
        return at(wide).log().multiply(power.at(wide)).exp().at(precision);
    }

    @Override
    public double getReal() {
        return special != 0 ? special : Math.scalb(mantissa.doubleValue(), exponent);
    }

    @Override
    public double sign() {
        return Math.signum(kind());
    }

    /** Times a power of two. */
    BigFloat scalb(int n) {
        return special != 0 ? this : of(precision, mantissa, (long) exponent + n);
    }

    @Override
    public BigFloat floor() {
        return special != 0 || exponent >= 0 ? this : of(precision, mantissa.shiftRight(-exponent), 0);
    }

    /** The nearest whole number; of two the upper one. */
    @Override
    public BigFloat rint() {
        return at(precision.wider()).add(0.5).floor().at(precision);
    }

    @Override
    public BigFloat number(double x) {
        return of(precision, x);
    }

    @Override
    public BigFloat exp() {
        return Elementary.exp(this);
    }

    @Override
    public BigFloat log() {
        return Elementary.log(this);
    }

    @Override
    public BigFloat sin() {
        return Elementary.wave(this, 0);
    }

    @Override
    public BigFloat cos() {
        return Elementary.wave(this, 1);
    }

    @Override
    public BigFloat atan() {
        return Elementary.atan(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BigFloat b && (special != 0 || b.special != 0 ? Double.compare(special, b.special) == 0 : subtract(b).isZero());
    }

    @Override
    public int hashCode() {
        return Double.hashCode(getReal());
    }

    @Override
    public String toString() {
        return Double.toString(getReal());
    }
}
