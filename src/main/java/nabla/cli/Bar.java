package nabla.cli;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import nabla.limit.Progress;

/** A progress bar on standard error, where that is a terminal and the work takes long enough to look. */
final class Bar implements Progress {

    private static final Duration PATIENCE = Duration.ofMillis(1500);
    /** Whoever has to wait longer than this is told what would be quicker, once it can be foreseen. */
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration FORESEEN = Duration.ofSeconds(3);

    private final String task;
    private final String unit;
    /** Whether sampling entries is possible, and not yet asked for. */
    private final boolean whole;
    private boolean advised;
    private ProgressBar bar;
    private long start;
    private long expected;
    private long done;

    private Bar(String task, String unit, boolean whole) {
        this.task = task;
        this.unit = unit;
        this.whole = whole;
    }

    private Bar(String task, String unit) {
        this(task, unit, false);
    }

    /** For checks. */
    static Progress standard() {
        return Colors.progress() ? new Bar("differences", " evaluations") : NONE;
    }

    /** For checks of a command, of so many entries of each leaf (0 for all), which says what would be quicker where it takes long. */
    static Progress checking(int sample) {
        return Colors.progress() ? new Bar("differences", " evaluations", sample == 0) : NONE;
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
            advise(System.nanoTime() - start);
        } else if (System.nanoTime() - start > PATIENCE.toNanos()) {
            bar = new ProgressBarBuilder().setTaskName(task).setUnit(unit, 1).setInitialMax(expected).startsFrom(done, PATIENCE)
                    .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(250).setConsumer(new StatusLine()).build();
        }
    }

    private void advise(long elapsed) {
        String advice = advised || !whole ? null : advice(Duration.ofNanos(elapsed), done, expected);
        if (advice != null) {
            advised = true;
            StatusLine.say(advice);
        }
    }

    /** What would be quicker, where that much done in that time means that the rest takes long; else null. */
    static String advice(Duration elapsed, long done, long expected) {
        Duration rest = Duration.ofMillis((long) ((double) elapsed.toMillis() / Math.max(1, done) * (expected - done)));
        return elapsed.compareTo(FORESEEN) < 0 || rest.compareTo(LONG) < 0 ? null
                : "every entry takes about " + words(rest) + " more; --sample 10 verifies 10 entries of each leaf and is quicker";
    }

    private static String words(Duration rest) {
        return rest.toHours() > 0 ? rest.toHours() + " h " + rest.toMinutesPart() + " min" : rest.toMinutes() + " min";
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
