package nabla.number;

/**
 * The elementary functions of numbers of two doubles that the others follow from. Each starts at the function of the first part and is put
 * right by a step of Newton's method, or is a Taylor series after the argument is made small.
 */
final class Transcendental {

    private static final DoubleDouble LOG_2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
    private static final DoubleDouble HALF_PI = new DoubleDouble(0x1.921fb54442d18p0, 0x1.1a62633145c07p-54);
    /** Beyond it exp is out of the range of double. */
    private static final double LARGEST = 709.7;
    private static final double SMALLEST = -745;
    /** Beyond 2 to this, up or down, a reciprocal has no room for its second part. */
    private static final int EDGE = 900;
    /** exp is taken of a 2⁹th of its argument, and squared nine times. */
    private static final int SQUARINGS = 9;
    private static final int TERMS = 10;
    /** Beyond it an angle has no digits left behind the full turns. */
    private static final double FAR = 0x1p50;

    private Transcendental() { }

    static DoubleDouble exp(DoubleDouble x) {
        if (!(x.high() < LARGEST && x.high() > SMALLEST)) {
            return new DoubleDouble(Double.isNaN(x.high()) ? Double.NaN : x.high() > 0 ? Double.POSITIVE_INFINITY : 0);
        }
        int doublings = (int) Math.rint(x.high() / LOG_2.high());
        DoubleDouble part = x.subtract(LOG_2.multiply(doublings)).scalb(-SQUARINGS);
        DoubleDouble sum = part.divide(TERMS).add(1);
        for (int n = TERMS - 1; n > 1; n--) {
            sum = sum.multiply(part).divide(n).add(1);
        }
        sum = sum.multiply(part);
        for (int k = 0; k < SQUARINGS; k++) {
            sum = sum.multiply(sum.add(2));
        }
        return sum.add(1).scalb(doublings);
    }

    static DoubleDouble log(DoubleDouble x) {
        double first = Math.log(x.high());
        if (!Double.isFinite(first)) {
            return new DoubleDouble(first);
        }
        int exponent = Math.getExponent(x.high());
        if (Math.abs(exponent) > EDGE) {
            return log(x.scalb(-exponent / 2).scalb(exponent / 2 - exponent)).add(LOG_2.multiply(exponent));
        }
        return x.multiply(exp(new DoubleDouble(-first))).subtract(1).add(first);
    }

    static DoubleDouble sin(DoubleDouble x) {
        return wave(x, 0);
    }

    static DoubleDouble cos(DoubleDouble x) {
        return wave(x, 1);
    }

    /** sin(x + turns·π/2). */
    private static DoubleDouble wave(DoubleDouble x, int turns) {
        if (!(Math.abs(x.high()) < FAR)) {
            return new DoubleDouble(Double.NaN);
        }
        double quarters = Math.rint(x.high() / HALF_PI.high());
        DoubleDouble rest = x.subtract(HALF_PI.multiply(quarters));
        int quadrant = (int) Math.floorMod((long) quarters + turns, 4L);
        DoubleDouble square = rest.multiply(rest).negate();
        DoubleDouble sum = quadrant % 2 == 0 ? series(square, 1).multiply(rest) : series(square, 0);
        return quadrant < 2 ? sum : sum.negate();
    }

    /** 1 + s/((first+1)(first+2)) + s²/((first+1)⋯(first+4)) + ⋯ until nothing is added. */
    private static DoubleDouble series(DoubleDouble s, int first) {
        DoubleDouble term = DoubleDouble.ONE;
        DoubleDouble sum = term;
        for (int n = first + 2; Math.abs(term.high()) > 0x1p-110; n += 2) {
            term = term.multiply(s).divide((double) n * (n - 1));
            sum = sum.add(term);
        }
        return sum;
    }

    /** tan of what is missing from the first part is (x − tan y)/(1 + x·tan y). */
    static DoubleDouble atan(DoubleDouble x) {
        double first = Math.atan(x.high());
        if (Double.isInfinite(x.high())) {
            return x.high() < 0 ? HALF_PI.negate() : HALF_PI;
        }
        DoubleDouble y = new DoubleDouble(first);
        DoubleDouble sin = sin(y);
        DoubleDouble cos = cos(y);
        return x.multiply(cos).subtract(sin).divide(x.multiply(sin).add(cos)).add(y);
    }
}
