package nabla.simplify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import nabla.formula.NumberText;

/**
 * An exact fraction in lowest terms, {@code bottom > 0}. A decimal like 0.1 is read as what was written, 1/10, and remembers that it
 * was a decimal, so that it is written as one again.
 */
final class Coefficient implements Comparable<Coefficient> {

    static final Coefficient ZERO = of(0);
    static final Coefficient ONE = of(1);
    static final Coefficient MINUS_ONE = of(-1);

    private static final int MOST_BITS = 120;
    private static final int LARGEST_DENOMINATOR = 1000;
    private static final int SHORT_TEXT = 8;

    private final BigInteger top;
    private final BigInteger bottom;
    private final boolean decimal;

    private Coefficient(BigInteger top, BigInteger bottom, boolean decimal) {
        this.top = top;
        this.bottom = bottom.equals(BigInteger.ONE) ? BigInteger.ONE : bottom;
        this.decimal = decimal;
    }

    static Coefficient of(long value) {
        return new Coefficient(BigInteger.valueOf(value), BigInteger.ONE, false);
    }

    static Coefficient of(BigInteger value) {
        return new Coefficient(value, BigInteger.ONE, false);
    }

    /** The number as it would be written; null if it is not finite, or has too many digits to calculate with exactly. */
    static Coefficient of(double value) {
        if (!Double.isFinite(value) || Math.abs(value) > 1e30 || value != 0 && Math.abs(value) < 1e-30) {
            return null;
        }
        String text = NumberText.of(value);
        if (value != Math.rint(value) && text.length() > SHORT_TEXT) {
            for (int denominator = 3; denominator <= LARGEST_DENOMINATOR; denominator++) {
                double numerator = Math.rint(value * denominator);
                if (numerator / denominator == value) {
                    return reduced(BigDecimal.valueOf(numerator).toBigInteger(), BigInteger.valueOf(denominator), false);
                }
            }
        }
        BigDecimal written = new BigDecimal(text);
        int scale = Math.max(0, written.scale());
        return reduced(written.scaleByPowerOfTen(scale).toBigIntegerExact(), BigInteger.TEN.pow(scale), value != Math.rint(value));
    }

    private static Coefficient reduced(BigInteger top, BigInteger bottom, boolean decimal) {
        if (bottom.equals(BigInteger.ONE)) {
            return new Coefficient(top, bottom, decimal);
        }
        BigInteger divisor = top.gcd(bottom);
        if (bottom.signum() < 0) {
            divisor = divisor.negate();
        }
        return new Coefficient(top.divide(divisor), bottom.divide(divisor), decimal);
    }

    Coefficient plus(Coefficient other) {
        if (isWhole() && other.isWhole()) {
            return new Coefficient(top.add(other.top), BigInteger.ONE, decimal || other.decimal);
        }
        return reduced(top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom), decimal || other.decimal);
    }

    Coefficient minus(Coefficient other) {
        return plus(other.negated());
    }

    Coefficient times(Coefficient other) {
        if (this == ONE || other == ONE) {
            return this == ONE ? other : this;
        }
        return reduced(top.multiply(other.top), bottom.multiply(other.bottom), decimal || other.decimal);
    }

    Coefficient over(Coefficient other) {
        return reduced(top.multiply(other.bottom), bottom.multiply(other.top), decimal || other.decimal);
    }

    Coefficient negated() {
        return new Coefficient(top.negate(), bottom, decimal);
    }

    Coefficient power(int exponent) {
        Coefficient positive = new Coefficient(top.pow(Math.abs(exponent)), bottom.pow(Math.abs(exponent)), decimal);
        return exponent < 0 ? ONE.over(positive) : positive;
    }

    /** The largest fraction of which both are whole multiples. */
    Coefficient common(Coefficient other) {
        if (isWhole() && other.isWhole()) {
            return new Coefficient(top.gcd(other.top), BigInteger.ONE, decimal || other.decimal);
        }
        BigInteger scale = bottom.multiply(other.bottom).divide(bottom.gcd(other.bottom));
        BigInteger a = top.multiply(scale.divide(bottom));
        BigInteger b = other.top.multiply(scale.divide(other.bottom));
        return reduced(a.gcd(b), scale, decimal || other.decimal);
    }

    /** The largest whole number that is not larger. */
    BigInteger floor() {
        BigInteger[] parts = top.divideAndRemainder(bottom);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** Its prime factors and how often each occurs, negative if below the line; what is left after small primes counts as one. */
    Map<BigInteger, Integer> primes() {
        Map<BigInteger, Integer> primes = new TreeMap<>();
        factor(top.abs(), 1, primes);
        factor(bottom, -1, primes);
        return primes;
    }

    private static void factor(BigInteger number, int sign, Map<BigInteger, Integer> primes) {
        BigInteger rest = number;
        for (int divisor = 2; divisor <= LARGEST_DENOMINATOR && rest.bitLength() > 1; divisor++) {
            BigInteger prime = BigInteger.valueOf(divisor);
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
                primes.merge(prime, sign, Integer::sum);
            }
        }
        if (rest.bitLength() > 1) {
            primes.merge(rest, sign, Integer::sum);
        }
    }

    BigInteger top() {
        return top;
    }

    BigInteger bottom() {
        return bottom;
    }

    boolean isWhole() {
        return bottom == BigInteger.ONE;
    }

    /** Whether it stays small enough to calculate with. */
    boolean isTame() {
        return top.bitLength() <= MOST_BITS && bottom.bitLength() <= MOST_BITS;
    }

    boolean isZero() {
        return top.signum() == 0;
    }

    boolean isOne() {
        return this == ONE || isWhole() && top.equals(BigInteger.ONE);
    }

    int sign() {
        return top.signum();
    }

    double value() {
        return isWhole() ? top.doubleValue() : new BigDecimal(top).divide(new BigDecimal(bottom), new MathContext(40)).doubleValue();
    }

    /** Whether it is better written {@code 0.02} than as a fraction. */
    boolean isDecimal() {
        return decimal && !isWhole() && NumberText.of(value()).length() <= SHORT_TEXT;
    }

    @Override
    public int compareTo(Coefficient other) {
        return isWhole() && other.isWhole() ? top.compareTo(other.top) : top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Coefficient c && top.equals(c.top) && bottom.equals(c.bottom);
    }

    @Override
    public int hashCode() {
        return 31 * top.hashCode() + bottom.hashCode();
    }

    @Override
    public String toString() {
        return isWhole() ? top.toString() : top + "/" + bottom;
    }
}
