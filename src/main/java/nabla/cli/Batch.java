package nabla.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import nabla.limit.Worker;

/** The same work on many things, several at once, with the results in the order of the things. Only a few wait for their turn. */
final class Batch {

    /** How many results may wait for one that takes longer, for each thread. */
    private static final int AHEAD = 4;

    private final int threads;

    Batch(int threads) {
        this.threads = threads;
    }

    /** Takes a result where it is its turn. The work is done, or fails, when the supplier is asked. */
    interface Taker<T, R, X extends Exception> {
        void take(T thing, Supplier<R> result) throws X;
    }

    /** Works on all things, and hands each result to {@code taker}, in this thread and in order. */
    <T, R, X extends Exception> void run(List<T> things, Function<T, R> work, Taker<T, R, X> taker) throws X {
        if (threads == 1 || things.size() < 2) {
            for (T thing : things) {
                taker.take(thing, () -> work.apply(thing));
            }
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> Worker.of("nabla", task));
        try {
            Deque<Future<R>> running = new ArrayDeque<>();
            int next = 0;
            for (T thing : things) {
                for (; next < things.size() && running.size() < AHEAD * threads; next++) {
                    T started = things.get(next);
                    running.add(pool.submit(() -> work.apply(started)));
                }
                Future<R> first = running.remove();
                taker.take(thing, () -> result(first));
            }
        } finally {
            pool.shutdownNow();
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
