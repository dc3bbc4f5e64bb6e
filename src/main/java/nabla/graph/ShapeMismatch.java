package nabla.graph;

/** An operation was given arguments it does not take; the message names the shapes, the hint says what would fit. */
public final class ShapeMismatch extends IllegalArgumentException {

    private final String hint;
    private final boolean refusal;

    public ShapeMismatch(String message, String hint) {
        this(message, hint, false);
    }

    private ShapeMismatch(String message, String hint, boolean refusal) {
        super(message);
        this.hint = hint;
        this.refusal = refusal;
    }

    /** The arguments fit, but what would be made of them exceeds a limit. */
    public static ShapeMismatch refused(String message, String hint) {
        return new ShapeMismatch(message, hint, true);
    }

    /** Whether a limit is exceeded. */
    public boolean isRefusal() {
        return refusal;
    }

    /** What to write instead, or null. */
    public String hint() {
        return hint;
    }
}
