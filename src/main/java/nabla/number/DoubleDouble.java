package nabla.number;

/**
 * A number as the sum of two doubles, the second at most half a unit in the last place of the first: about 32 digits in the range of
 * a double, for a hundredth of what 60 digits cost. A result that is not finite has no second part.
 *
 * <p>Source: T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18 (1971);
 * Y. Hida, X. S. Li, D. H. Bailey, Algorithms for quad-double precision floating point arithmetic (2001).
 *
 * @param high the nearest double
 * @param low  what is missing from it
 */
public record DoubleDouble(double high, double low) implements Real<DoubleDouble> {

    static final DoubleDouble ZERO = new DoubleDouble(0);
    static final DoubleDouble ONE = new DoubleDouble(1);
    /** The unit roundoff, with room for the few units by which an operation or a function may be off. */
    public static final double UNIT = 0x1p-100;

    /** The exact image of a double. */
    public DoubleDouble(double x) {
        this(x, 0);
    }

    /** The sum of two doubles of which the first is the larger one. */
    static DoubleDouble sorted(double a, double b) {
        double sum = a + b;
        return Double.isFinite(sum) ? new DoubleDouble(sum, b - (sum - a)) : new DoubleDouble(Double.isFinite(a) ? sum : a);
    }

    /** What rounding leaves behind of a sum of two doubles. */
    private static double rest(double a, double b, double sum) {
        double part = sum - a;
        return a - (sum - part) + (b - part);
    }

    @Override
    public DoubleDouble add(DoubleDouble b) {
        double sum = high + b.high;
        double lows = low + b.low;
        DoubleDouble first = sorted(sum, rest(high, b.high, sum) + lows);
        return sorted(first.high, first.low + rest(low, b.low, lows));
    }

    @Override
    public DoubleDouble add(double b) {
        double sum = high + b;
        return sorted(sum, rest(high, b, sum) + low);
    }

    @Override
    public DoubleDouble negate() {
        return new DoubleDouble(-high, -low);
    }

    @Override
    public DoubleDouble multiply(DoubleDouble b) {
        double product = high * b.high;
        return sorted(product, Math.fma(high, b.high, -product) + (high * b.low + low * b.high));
    }

    @Override
    public DoubleDouble multiply(double b) {
        double product = high * b;
        return sorted(product, Math.fma(high, b, -product) + low * b);
    }

    /** Long division: three digits of base 2⁵³. */
    @Override
    public DoubleDouble divide(DoubleDouble b) {
        double first = high / b.high;
        if (!Double.isFinite(first) || Double.isInfinite(b.high)) {
            return new DoubleDouble(first);
        }
        DoubleDouble left = subtract(b.multiply(first));
        double second = left.high / b.high;
        double third = left.subtract(b.multiply(second)).high / b.high;
        return sorted(first, second).add(third);
    }

    /** By one step of Newton's method from the root of the first part. */
    @Override
    public DoubleDouble sqrt() {
        double root = Math.sqrt(high);
        if (!(root > 0) || Double.isInfinite(root)) {
            return new DoubleDouble(root);
        }
        DoubleDouble square = new DoubleDouble(root, 0).multiply(root);
        return new DoubleDouble(root).add(subtract(square).high / (2 * root));
    }

    @Override
    public double getReal() {
        return high;
    }

    @Override
    public double sign() {
        return Math.signum(high);
    }

    /** Times a power of two. */
    DoubleDouble scalb(int n) {
        return new DoubleDouble(Math.scalb(high, n), Math.scalb(low, n));
    }

    @Override
    public DoubleDouble floor() {
        double floor = Math.floor(high);
        return floor == high ? sorted(floor, Math.floor(low)) : new DoubleDouble(floor);
    }

    /** The nearest whole number; of two the upper one. */
    @Override
    public DoubleDouble rint() {
        return add(0.5).floor();
    }

    @Override
    public DoubleDouble number(double x) {
        return new DoubleDouble(x);
    }

    @Override
    public DoubleDouble exp() {
        return Transcendental.exp(this);
    }

    @Override
    public DoubleDouble log() {
        return Transcendental.log(this);
    }

    @Override
    public DoubleDouble sin() {
        return Transcendental.sin(this);
    }

    @Override
    public DoubleDouble cos() {
        return Transcendental.cos(this);
    }

    @Override
    public DoubleDouble atan() {
        return Transcendental.atan(this);
    }

    /** Sum by sum as {@link #add} and {@link #multiply} have it, without a number for each: most of the work of a matrix product. */
    @Override
    public DoubleDouble dot(DoubleDouble[] a, DoubleDouble[] b) {
        double top = 0;
        double rest = 0;
        for (int k = 0; k < a.length; k++) {
            DoubleDouble p = a[k];
            DoubleDouble q = b[k];
            double product = p.high * q.high;
            double tail = Math.fma(p.high, q.high, -product) + (p.high * q.low + p.low * q.high);
            double large = product + tail;
            double small = tail - (large - product);
            double sum = top + large;
            double lows = rest + small;
            double off = rest(top, large, sum) + lows;
            double first = sum + off;
            off = off - (first - sum) + rest(rest, small, lows);
            top = first + off;
            rest = off - (top - first);
            if (!Double.isFinite(top)) {
                return Real.super.dot(a, b);
            }
        }
        return new DoubleDouble(top, rest);
    }
}
