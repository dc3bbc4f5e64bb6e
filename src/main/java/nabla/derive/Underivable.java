package nabla.derive;

/** A derivative that was asked for does not exist; the message says why, the hint (or null) what to write instead. */
public final class Underivable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String hint;

    public Underivable(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
