package nabla.limit;

import java.util.concurrent.ExecutionException;

/** A thread for work that somebody waits for. */
public final class Worker {

    /** Deep enough for every text within the limits on nesting, whatever the platform's default. */
    private static final long STACK = 16L << 20;

    private Worker() { }

    /** A daemon, not yet started. */
    public static Thread of(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, STACK);
        thread.setDaemon(true);
        return thread;
    }

    /** What work that throws nothing checked has thrown: an error is thrown again, anything else is for the caller to throw. */
    public static RuntimeException thrown(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure.getCause();
    }
}
