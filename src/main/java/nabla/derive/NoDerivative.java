package nabla.derive;

/** A derivative that was asked for does not exist; the message says why, the hint (or null) what to write instead. */
public final class NoDerivative extends Exception {

    private static final long serialVersionUID = 1L;

    private final String hint;

    public NoDerivative(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
