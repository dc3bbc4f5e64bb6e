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
    private static final Duration LONG_GRACE = Duration.ofSeconds(30);

    /** After so many nanoseconds is looked how much time the work has taken; earlier where little is left, but not at once. */
    private static final long LOOK = 20_000_000;
    private static final long LEAST = 500_000;

    private final Duration most;

    /**
     * The result of work with no limit on its time, in a thread of its own all the same. What it throws is thrown here.
     *
     * @throws CancellationException if this thread was interrupted, which stays so
     */
    public static <T> T unlimited(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread worker = start(Consumption.part(task));
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw stopped(worker);
        } catch (ExecutionException e) {
            throw Worker.thrown(e);
        }
    }

    /** At most so much CPU time for each piece of work, however long that takes by the clock. */
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
        Consumption consumption = new Consumption();
        Thread worker = start(consumption.counting(task));
        try {
            return result(task, consumption);
        } catch (TimeoutException e) {
            end(worker, consumption);
            throw e;
        } catch (InterruptedException e) {
            throw stopped(worker);
        } catch (ExecutionException e) {
            throw Worker.thrown(e);
        }
    }

    private <T> T result(FutureTask<T> task, Consumption consumption) throws TimeoutException, InterruptedException, ExecutionException {
        while (true) {
            long left = most.toNanos() - consumption.nanoseconds();
            try {
                return task.get(Math.max(LEAST, Math.min(left, LOOK)), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (most.toNanos() <= consumption.nanoseconds()) {
                    throw e;
                }
            }
        }
    }

    private static Thread start(Runnable work) {
        Thread worker = Worker.of(Thread.currentThread().getName() + " (limited)", work);
        worker.start();
        return worker;
    }

    private static CancellationException stopped(Thread worker) {
        end(worker);
        Thread.currentThread().interrupt();
        return new CancellationException("stopped");
    }

    /** On a busy machine the grace period, too, is time of the work and not of the clock; the clock ends it for work that waits for something. */
    private static void end(Thread worker, Consumption consumption) {
        long granted = consumption.nanoseconds() + GRACE.toNanos();
        long latest = System.nanoTime() + LONG_GRACE.toNanos();
        worker.interrupt();
        try {
            while (worker.isAlive() && consumption.nanoseconds() < granted && System.nanoTime() < latest) {
                worker.join(Duration.ofNanos(LOOK).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
