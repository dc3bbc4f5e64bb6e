package nabla.limit;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;

/**
 * Where long work looks whether it is still wanted. It is stopped by interrupting its thread; the flag stays set, so that whatever
 * goes on by mistake is stopped at the next such place too.
 */
public final class Stop {

    /** Counts the looks; null where nobody wants to know. */
    private static LongAdder counter;

    private Stop() { }

    /**
     * How often work looks. Every walk looks once a node, a word or a step, so this is its cost, the same on every machine. All threads
     * are counted, so only one piece of work may be.
     */
    public static long looks(Runnable work) {
        LongAdder looks = new LongAdder();
        counter = looks;
        try {
            work.run();
        } finally {
            counter = null;
        }
        return looks.sum();
    }

    /**
     * Goes on, unless the thread was interrupted.
     *
     * @throws CancellationException if it was
     */
    public static void ifAsked() {
        ifAsked(1);
    }

    /** The same once for as many steps as are counted, which take no time to speak of. */
    public static void ifAsked(int steps) {
        LongAdder looks = counter;
        if (looks != null) {
            looks.add(steps);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped");
        }
    }
}
