package nabla.limit;

import java.util.concurrent.CancellationException;

/**
 * Where long work looks whether it is still wanted. It is stopped by interrupting its thread; the flag stays set, so that whatever
 * goes on by mistake is stopped at the next such place too.
 */
public final class Stop {

    private Stop() { }

    /**
     * Goes on, unless the thread was interrupted.
     *
     * @throws CancellationException if it was
     */
    public static void ifAsked() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped");
        }
    }
}
