package nabla.graph;

import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** A leaf that is the same at every point: a number written in the text, or a size (which then has its name). */
public final class Constant extends Node {

    private final Tensor value;
    private final Shape counted;
    private final boolean local;

    public Constant(String name, Tensor value) {
        this(name, value, null, false);
    }

    private Constant(String name, Tensor value, Shape counted, boolean local) {
        super(name, value.shape());
        this.value = value;
        this.counted = counted;
        this.local = local;
    }

    public Constant(Tensor value) {
        this(null, value);
    }

    public Constant(double value) {
        this(null, Tensor.scalar(value));
    }

    /** The number of entries of a shape: of a matrix with m rows, n columns, what a formula calls mn. */
    public static Constant count(Shape shape) {
        return new Constant(null, Tensor.scalar(shape.count()), shape, false);
    }

    /** A size that has its name only inside of an operation of the text. */
    public static Constant local(String name, int size) {
        return new Constant(name, Tensor.scalar(size), null, true);
    }

    /** Whether the name means this only inside of an operation of the text. */
    public boolean isLocal() {
        return local;
    }

    /** The shape whose entries it counts; null for any other constant. */
    public Shape counted() {
        return counted;
    }

    public Tensor value() {
        return value;
    }

    /** Whether every entry is this number. */
    public boolean isAll(double number) {
        for (double x : value.data()) {
            if (x != number) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return name() != null ? name() : value.toString();
    }
}
