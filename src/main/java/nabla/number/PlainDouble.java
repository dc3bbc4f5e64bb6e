package nabla.number;

/** A double as one of such numbers: for kernels that are written once for all. */
public record PlainDouble(double value) implements Real<PlainDouble> {

    public static final PlainDouble ZERO = new PlainDouble(0);

    @Override
    public PlainDouble number(double x) {
        return new PlainDouble(x);
    }

    @Override
    public double getReal() {
        return value;
    }

    @Override
    public double sign() {
        return Math.signum(value);
    }

    @Override
    public PlainDouble add(PlainDouble b) {
        return new PlainDouble(value + b.value);
    }

    @Override
    public PlainDouble subtract(PlainDouble b) {
        return new PlainDouble(value - b.value);
    }

    @Override
    public PlainDouble negate() {
        return new PlainDouble(-value);
    }

    @Override
    public PlainDouble multiply(PlainDouble b) {
        return new PlainDouble(value * b.value);
    }

    @Override
    public PlainDouble divide(PlainDouble b) {
        return new PlainDouble(value / b.value);
    }

    @Override
    public PlainDouble floor() {
        return new PlainDouble(Math.floor(value));
    }

    @Override
    public PlainDouble sqrt() {
        return new PlainDouble(Math.sqrt(value));
    }

    @Override
    public PlainDouble exp() {
        return new PlainDouble(StrictMath.exp(value));
    }

    @Override
    public PlainDouble log() {
        return new PlainDouble(StrictMath.log(value));
    }

    @Override
    public PlainDouble sin() {
        return new PlainDouble(StrictMath.sin(value));
    }

    @Override
    public PlainDouble cos() {
        return new PlainDouble(StrictMath.cos(value));
    }

    @Override
    public PlainDouble atan() {
        return new PlainDouble(StrictMath.atan(value));
    }
}
