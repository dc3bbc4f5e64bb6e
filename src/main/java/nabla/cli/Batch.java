package nabla.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nabla.limit.Cores;
import nabla.limit.Worker;

/**
 * The same work on many things, several at once, with the results in the order of the things. Only so many wait for their turn. One that
 * takes all the memory must not cost its neighbours their results: what lacked memory is done again, while nothing else runs.
 */
final class Batch {

    /** How many results may wait for one that takes longer, for each thread: long ones wait in files. */
    static final int AHEAD = 24;

    private final int threads;
    /** Held for writing while something has the memory to itself. */
    private final ReadWriteLock memory = new ReentrantReadWriteLock(true);

    Batch(int threads) {
        this.threads = threads;
    }

    /** Takes a result where it is its turn. The work is done, or fails, when the supplier is asked. */
    interface Taker<T, R, X extends Exception> {
        void take(T thing, Supplier<R> result) throws X;
    }

    /** Works on all things, and hands each result to {@code taker}, in this thread and in order; {@code lacking} says of which memory lacked. */
    <T, R, X extends Exception> void run(List<T> things, Function<T, R> work, Predicate<R> lacking, Taker<T, R, X> taker) throws X {
        if (threads == 1 || things.size() < 2) {
            for (T thing : things) {
                taker.take(thing, () -> work.apply(thing));
            }
            return;
        }
        int held = Cores.take(threads - 1);
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> Worker.of("nabla", task));
        try {
            Deque<Future<R>> running = new ArrayDeque<>();
            int next = 0;
            for (T thing : things) {
                for (; next < things.size() && running.size() < AHEAD * threads; next++) {
                    T started = things.get(next);
                    running.add(pool.submit(() -> within(memory.readLock(), () -> work.apply(started))));
                }
                Future<R> first = running.remove();
                taker.take(thing, () -> {
                    R result = result(first);
                    return lacking.test(result) ? within(memory.writeLock(), () -> work.apply(thing)) : result;
                });
            }
        } finally {
            pool.shutdownNow();
            Cores.give(held);
        }
    }

    private static <R> R within(Lock lock, Supplier<R> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        } catch (ExecutionException e) {
            throw Worker.thrown(e);
        }
    }
}
