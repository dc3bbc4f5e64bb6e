package nabla.cli;

import nabla.source.Obstacle;

/** The command line asks for something that cannot be; the message says what, in one line. */
final class UsageError extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    UsageError(String message) {
        super(message);
        this.refused = false;
    }

    /** A file that the whole command is about cannot be read. */
    UsageError(String file, Obstacle problem) {
        super(file + ": " + problem.text());
        this.refused = problem.refused();
    }

    /** Refuses a command line unless something holds. */
    static void require(boolean condition, String otherwise) throws UsageError {
        if (!condition) {
            throw new UsageError(otherwise);
        }
    }

    /** Whether the command line is fine, and a limit was exceeded. */
    boolean isRefused() {
        return refused;
    }
}
