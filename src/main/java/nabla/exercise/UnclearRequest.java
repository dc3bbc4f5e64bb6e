package nabla.exercise;

/** A request for exercises that cannot be met; the message says why, and what there is. */
public final class UnclearRequest extends Exception {

    private static final long serialVersionUID = 1L;

    UnclearRequest(String message) {
        super(message);
    }
}
