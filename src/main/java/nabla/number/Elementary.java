package nabla.number;

import java.math.BigInteger;

/**
 * The elementary functions of {@link BigFloat} that the others follow from. Arguments are made small, and Taylor series summed in fixed-point
 * numbers, with some digits more than the result has.
 *
 * <p>Source: R. P. Brent and P. Zimmermann, Modern Computer Arithmetic (2010), chapter 4.
 */
final class Elementary {

    /** exp is taken of a 2¹²th of its argument, and squared as often. */
    private static final int SQUARINGS = 12;
    /** exp of more than this, up or down, is out of range. */
    private static final double LARGEST = 0.7 * BigFloat.RANGE;
    /** Within it of 1, a logarithm is a series by itself. */
    private static final double NEAR = 0x1p-8;
    /** Of an angle beyond 2 to this the full turns are not taken off. */
    private static final int FAR = 4096;

    private Elementary() { }

    static BigFloat exp(BigFloat x) {
        double real = x.getReal();
        if (!(Math.abs(real) < LARGEST)) {
            return x.number(Double.isNaN(real) ? real : real > 0 ? Double.POSITIVE_INFINITY : 0);
        }
        Precision wide = x.precision().wider();
        int places = wide.bits();
        double doublings = Math.rint(real / wide.log2().getReal());
        BigInteger part = x.at(wide).subtract(wide.log2().multiply(doublings)).fixed(places - SQUARINGS);
        BigInteger sum = part;
        BigInteger term = part;
        for (int n = 2; term.bitLength() > 1; n++) {
            term = term.multiply(part).shiftRight(places).divide(BigInteger.valueOf(n));
            sum = sum.add(term);
        }
        for (int k = 0; k < SQUARINGS; k++) {
            sum = sum.multiply(sum).shiftRight(places).add(sum.shiftLeft(1));
        }
        return BigFloat.of(x.precision(), sum.add(BigInteger.ONE.shiftLeft(places)), (long) doublings - places);
    }

    /**
     * From the logarithm y of the double nearby: log x = y + log(x·exp(−y)), the second a series in what is little more than 1. That of 0 is
     * not a number: what cancels to 0 with so many digits need not be 0, and from −∞ a number that looks known might be made.
     */
    static BigFloat log(BigFloat x) {
        if (!x.isFinite() || !(x.sign() > 0)) {
            return x.isFinite() ? x.number(Double.NaN) : x.number(Math.log(x.getReal()));
        }
        Precision wide = x.precision().wider();
        double real = x.getReal();
        if (Math.abs(real - 1) < NEAR) {
            return near(x.at(wide)).at(x.precision());
        }
        int top = Math.abs(real - 1) < 0.5 ? 0 : x.top();
        BigFloat small = x.at(wide).scalb(-top);
        double first = Math.log(small.getReal());
        return near(small.multiply(exp(small.number(-first)))).add(first).add(wide.log2().multiply(top)).at(x.precision());
    }

    /** 2 artanh((x − 1)/(x + 1)). */
    private static BigFloat near(BigFloat x) {
        return odd(x.subtract(1).divide(x.add(1)), 1).scalb(1);
    }

    /** t + s·t³/3 + s²·t⁵/5 + ⋯. */
    private static BigFloat odd(BigFloat t, int sign) {
        BigFloat square = t.multiply(t).multiply(sign);
        BigFloat power = t;
        BigFloat sum = t;
        for (int n = 3; !power.isZero() && power.top() > t.top() - t.precision().bits(); n += 2) {
            power = power.multiply(square);
            sum = sum.add(power.divide(n));
        }
        return sum;
    }

    /** sin(x + turns·π/2). */
    static BigFloat wave(BigFloat x, int turns) {
        if (!x.isFinite() || x.top() > FAR) {
            return x.number(Double.NaN);
        }
        Precision wide = x.precision().wider();
        // As many digits more as the full turns take.
        Precision turning = x.top() <= 1 ? wide : x.top() <= Precision.GUARD ? wide.wider() : new Precision(wide.bits() + x.top());
        BigFloat quarters = x.at(turning).divide(turning.halfPi()).rint();
        BigFloat rest = x.at(turning).subtract(turning.halfPi().multiply(quarters)).at(wide);
        int quadrant = quarters.fixed(0).add(BigInteger.valueOf(turns)).intValue() & 3;
        BigFloat square = rest.multiply(rest);
        BigFloat wave = quadrant % 2 == 0 ? series(square, 1).multiply(rest) : series(square, 0);
        return (quadrant < 2 ? wave : wave.negate()).at(x.precision());
    }

    /** 1 − s/((first+1)(first+2)) + s²/((first+1)⋯(first+4)) − ⋯. */
    private static BigFloat series(BigFloat s, int first) {
        int places = s.precision().bits();
        BigInteger square = s.fixed(places);
        BigInteger term = BigInteger.ONE.shiftLeft(places);
        BigInteger sum = term;
        for (int n = first + 2; term.bitLength() > 1; n += 2) {
            term = term.multiply(square).shiftRight(places).divide(BigInteger.valueOf((long) n * (1 - n)));
            sum = sum.add(term);
        }
        return BigFloat.of(s.precision(), sum, -places);
    }

    /** From the angle y of the double nearby: what is missing has the tangent (x − tan y)/(1 + x·tan y). */
    static BigFloat atan(BigFloat x) {
        if (Double.isNaN(x.getReal())) {
            return x;
        }
        Precision wide = x.precision().wider();
        if (!x.isFinite()) {
            return wide.halfPi().multiply(x.sign()).at(x.precision());
        }
        BigFloat at = x.at(wide);
        BigFloat first = wide.number(Math.atan(x.getReal()));
        BigFloat sin = wave(first, 0);
        BigFloat cos = wave(first, 1);
        BigFloat rest = at.multiply(cos).subtract(sin).divide(cos.add(at.multiply(sin)));
        return odd(rest, -1).add(first).at(x.precision());
    }
}
