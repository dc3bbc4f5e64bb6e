package nabla.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * The cores of this machine, shared by all that could use more than one: work in many pieces takes those that nobody else does. The pieces
 * must not depend on each other, nor on which thread does which.
 */
public final class Cores {

    /** How many there are. */
    public static final int COUNT = Runtime.getRuntime().availableProcessors();

    private static final Semaphore SPARE = new Semaphore(COUNT - 1);

    private Cores() { }

    /** Takes up to so many of the cores that are idle, for threads of the caller's own; returns how many. */
    public static int take(int most) {
        int taken = 0;
        while (taken < most && SPARE.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    /** Gives them back. */
    public static void give(int taken) {
        SPARE.release(taken);
    }

    /**
     * Does the pieces of some work, in this thread and on idle cores, and returns when all are done. What a piece throws is thrown here.
     *
     * @param worker does pieces in one thread: it is given what tells it the next one, or −1 when there is none
     * @throws CancellationException if this thread is interrupted, which stays so
     */
    public static void share(int pieces, Consumer<IntSupplier> worker) {
        if (pieces == 1) {
            alone(worker);
            return;
        }
        int others = take(pieces - 1);
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            try {
                worker.accept(() -> {
                    int piece = failure.get() == null ? next.getAndIncrement() : pieces;
                    return piece < pieces ? piece : -1;
                });
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
        List<Thread> threads = new ArrayList<>();
        try {
            for (int k = 0; k < others; k++) {
                Thread thread = Worker.of(Thread.currentThread().getName() + " (share)", work);
                thread.start();
                threads.add(thread);
            }
            work.run();
            join(threads);
        } finally {
            give(others);
        }
        if (failure.get() instanceof Error error) {
            throw error;
        } else if (failure.get() != null) {
            throw (RuntimeException) failure.get();
        }
    }

    private static void alone(Consumer<IntSupplier> worker) {
        int[] next = {0};
        worker.accept(() -> next[0] > 0 ? -1 : next[0]++);
    }

    private static void join(List<Thread> threads) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                if (interrupted) {
                    thread.interrupt();
                }
                try {
                    thread.join(interrupted ? 100 : 0);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
