package nabla.limit;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** What would take hours, or never end, if it were done badly. Counted is the time of the work: how busy the machine is makes no difference. */
public final class Soon {

    private static final Duration MOST = Duration.ofSeconds(60);

    private Soon() { }

    /** The result of work that is done soon. */
    public static <T> T done(Supplier<T> work) {
        try {
            return new TimeLimit(MOST).run(work);
        } catch (TimeoutException e) {
            throw new AssertionError("not done after " + MOST.toSeconds() + " s of work", e);
        }
    }
}
