package nabla.graph;

import nabla.matrix.Matrix;

/** A leaf that is the same at every point: a number written in the text, or a size (which then has its name). */
public final class Constant extends Node {

    private final Matrix value;

    public Constant(String name, Matrix value) {
        super(name, value.shape());
        this.value = value;
    }

    public Constant(Matrix value) {
        this(null, value);
    }

    public Constant(double value) {
        this(null, Matrix.scalar(value));
    }

    public Matrix value() {
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
