package nabla.graph;

/** An operation was given arguments it does not take; the message names the shapes, the hint says what would fit. */
public final class ShapeMismatch extends IllegalArgumentException {

    private final String hint;

    public ShapeMismatch(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** What to write instead, or null. */
    public String hint() {
        return hint;
    }
}
