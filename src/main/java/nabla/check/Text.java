package nabla.check;

import nabla.matrix.Shape;

/** Numbers and places inside reasons. */
final class Text {

    private Text() { }

    /** " in entry [1, 0]"; nothing for a scalar. */
    static String where(int entry, Shape shape) {
        return shape.isScalar() ? "" : " in entry [" + entry / shape.columns() + ", " + entry % shape.columns() + "]";
    }

    /** As short as it reads back; a whole number without its ".0". */
    static String number(double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
    }
}
