package nabla.number;

import java.math.BigInteger;

/** How many binary digits numbers have. What its functions need is worked out when it is first asked for. */
public final class Precision {

    /** 60 decimal digits: far more than anybody writes down. */
    public static final Precision SHARP = new Precision(200, 60);
    /** 90 digits, to see whether 60 are enough. */
    public static final Precision SHARPER = new Precision(299, 90);
    /** 150 digits, for what 60 cannot tell from its neighbours. */
    public static final Precision SHARPEST = new Precision(499, 150);

    /** Functions are worked out with so many digits more. */
    static final int GUARD = 48;
    private static final double LOG_10_OF_2 = 0.30102999566398119521;

    private final int bits;
    private final int digits;
    private Precision wider;
    private BigFloat log2;
    private BigFloat halfPi;

    Precision(int bits) {
        this(bits, (int) (bits * LOG_10_OF_2));
    }

    private Precision(int bits, int digits) {
        this.bits = bits;
        this.digits = digits;
    }

    int bits() {
        return bits;
    }

    /** How many decimal digits the numbers have at least. */
    public int digits() {
        return digits;
    }

    /** The exact image of a double. */
    public BigFloat number(double x) {
        return BigFloat.of(this, x);
    }

    /** The precision that functions are worked out with. */
    Precision wider() {
        wider = wider != null ? wider : new Precision(bits + GUARD);
        return wider;
    }

    /** log 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749). */
    BigFloat log2() {
        log2 = log2 != null ? log2 : fixed(inverse(26, 1).multiply(BigInteger.valueOf(18)).subtract(inverse(4801, 1).shiftLeft(1))
                .add(inverse(8749, 1).shiftLeft(3)));
        return log2;
    }

    /** π/2 = 8 arctan(1/5) − 2 arctan(1/239), John Machin's formula. */
    BigFloat halfPi() {
        halfPi = halfPi != null ? halfPi : fixed(inverse(5, -1).shiftLeft(3).subtract(inverse(239, -1).shiftLeft(1)));
        return halfPi;
    }

    private BigFloat fixed(BigInteger units) {
        return BigFloat.of(this, units, -bits - GUARD);
    }

    /** 1/n + s/(3n³) + s²/(5n⁵) + ⋯, as so many times the unit of fixed numbers. */
    private BigInteger inverse(int n, int sign) {
        BigInteger square = BigInteger.valueOf((long) n * n * sign);
        BigInteger power = BigInteger.ONE.shiftLeft(bits + GUARD).divide(BigInteger.valueOf(n));
        BigInteger sum = power;
        for (int k = 3; power.signum() != 0; k += 2) {
            power = power.divide(square);
            sum = sum.add(power.divide(BigInteger.valueOf(k)));
        }
        return sum;
    }
}
