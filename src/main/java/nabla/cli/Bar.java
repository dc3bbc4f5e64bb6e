package nabla.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import nabla.check.Progress;

/** A progress bar on standard error, where that is a terminal and there is enough to do. */
final class Bar implements Progress {

    /** Below this many evaluations nobody has time to look. */
    private static final long SHORT = 200_000;
    private static final int WIDTH = 78;

    private final String task;
    private final String unit;
    private final long least;
    private ProgressBar bar;
    private long expected;
    private long done;

    private Bar(String task, String unit, long least) {
        this.task = task;
        this.unit = unit;
        this.least = least;
    }

    /** For checks. */
    static Progress standard() {
        return Colors.progress() ? new Bar("differences", " evaluations", SHORT) : NONE;
    }

    /** For submissions that are marked. */
    static Progress submissions() {
        return Colors.progress() ? new Bar("marking", " submissions", 10) : NONE;
    }

    /** For steps of gradient descent. */
    static Progress steps() {
        return Colors.progress() ? new Bar("training", " steps", 1) : NONE;
    }

    @Override
    public void begin(long evaluations) {
        expected = evaluations;
        done = 0;
        if (evaluations >= least) {
            bar = new ProgressBarBuilder().setTaskName(task).setUnit(unit, 1).setInitialMax(evaluations).setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH)).build();
        }
    }

    @Override
    public void step() {
        if (bar != null && done < expected) {
            bar.stepTo(++done);
        }
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
