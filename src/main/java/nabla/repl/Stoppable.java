package nabla.repl;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import nabla.limit.TimeLimit;

/** Runs work in a thread of its own, so that Ctrl-C is heard; work that is stopped has changed nothing. */
final class Stoppable {

    /** Longer than anyone waits. */
    private static final TimeLimit PATIENCE = new TimeLimit(Duration.ofDays(1000));

    private volatile Thread waiting;

    Answer run(Supplier<Answer> task) {
        waiting = Thread.currentThread();
        try {
            return PATIENCE.run(task);
        } catch (CancellationException | TimeoutException e) {
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
