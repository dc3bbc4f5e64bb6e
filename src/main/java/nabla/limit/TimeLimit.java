package nabla.limit;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work with an end: it runs in a thread of its own, which is interrupted when the time is over or when the waiting thread is itself
 * interrupted. Work that does not look at {@link Stop} within a grace period is left behind, in a daemon thread.
 */
public final class TimeLimit {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration FOREVER = Duration.ofDays(1000);

    private final Duration most;

    /**
     * The result of work with no limit on its time, in a thread of its own all the same. What it throws is thrown here.
     *
     * @throws CancellationException if this thread was interrupted, which stays so
     */
    public static <T> T unlimited(Supplier<T> work) {
        try {
            return new TimeLimit(FOREVER).run(work);
        } catch (TimeoutException e) {
            throw new IllegalStateException("for ever is over", e);
        }
    }

    /** At most so long by the clock, from the start of each piece of work. */
    public TimeLimit(Duration most) {
        this.most = most;
    }

    /**
     * The result of the work. What it throws is thrown here.
     *
     * @throws TimeoutException      if it took longer
     * @throws CancellationException if this thread was interrupted, which stays so
     */
    public <T> T run(Supplier<T> work) throws TimeoutException {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread worker = Worker.of(Thread.currentThread().getName() + " (limited)", task);
        worker.start();
        try {
            return task.get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            end(worker);
            throw e;
        } catch (InterruptedException e) {
            end(worker);
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        } catch (ExecutionException e) {
            throw Worker.thrown(e);
        }
    }

    private static void end(Thread worker) {
        worker.interrupt();
        try {
            worker.join(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
