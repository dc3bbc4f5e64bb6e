package nabla.repl;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import nabla.limit.TimeLimit;

/** Runs work in a thread of its own, so that Ctrl-C is heard; work that is stopped has changed nothing. */
final class StoppableWork {

    private volatile Thread waiting;

    Answer run(Supplier<Answer> task) {
        waiting = Thread.currentThread();
        try {
            return TimeLimit.unlimited(task);
        } catch (CancellationException e) {
            return Answer.of("stopped");
        } finally {
            waiting = null;
            Thread.interrupted();
        }
    }

    /** Stops the work; false if there is none. */
    boolean stop() {
        Thread thread = waiting;
        if (thread != null) {
            thread.interrupt();
        }
        return thread != null;
    }
}
