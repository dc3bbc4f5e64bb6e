package nabla.check;

/** Numbers inside reasons. */
final class Text {

    private Text() { }

    /** As short as it reads back; a whole number without its ".0". */
    static String number(double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
    }
}
