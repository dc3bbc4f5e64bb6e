package nabla.cli;

/** The command line asks for something that cannot be; the message says what, in one line. */
final class UsageError extends Exception {

    private static final long serialVersionUID = 1L;

    UsageError(String message) {
        super(message);
    }
}
