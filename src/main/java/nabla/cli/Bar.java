package nabla.cli;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import nabla.check.Progress;

/** A progress bar on standard error, where that is a terminal and the work takes long enough to look. */
final class Bar implements Progress {

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final String task;
    private final String unit;
    private ProgressBar bar;
    private long start;
    private long expected;
    private long done;

    private Bar(String task, String unit) {
        this.task = task;
        this.unit = unit;
    }

    /** For checks. */
    static Progress standard() {
        return Colors.progress() ? new Bar("differences", " evaluations") : NONE;
    }

    /** For many files; on a terminal their reports show how far it has come. */
    static Progress files() {
        return Colors.progress() && !Colors.isTerminal() ? new Bar("files", " files") : NONE;
    }

    /** For submissions that are marked. */
    static Progress submissions() {
        return Colors.progress() ? new Bar("marking", " submissions") : NONE;
    }

    /** For steps of gradient descent. */
    static Progress steps() {
        return Colors.progress() ? new Bar("training", " steps") : NONE;
    }

    @Override
    public void begin(long evaluations) {
        start = System.nanoTime();
        expected = evaluations;
        done = 0;
    }

    /** Where more is done than was expected, the bar stays full. */
    @Override
    public void step() {
        if (done == expected) {
            return;
        }
        done++;
        if (bar != null) {
            bar.stepTo(done);
        } else if (System.nanoTime() - start > PATIENCE.toNanos()) {
            bar = new ProgressBarBuilder().setTaskName(task).setUnit(unit, 1).setInitialMax(expected).startsFrom(done, PATIENCE)
                    .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(250).setConsumer(new StatusLine()).build();
        }
    }

    @Override
    public void end() {
        if (bar != null) {
            // The library waits for its thread, and an interrupted thread does not wait.
            boolean stopped = Thread.interrupted();
            bar.close();
            bar = null;
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
