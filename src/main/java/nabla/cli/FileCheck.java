package nabla.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import nabla.formula.NumberText;
import nabla.graph.ShapeMismatch;
import nabla.limit.Progress;
import nabla.limit.TimeLimit;
import nabla.report.Report;
import nabla.source.Diagnostic;
import nabla.source.Excerpt;
import nabla.source.Obstacle;
import nabla.source.SourceText;
import nabla.writer.Page;
import nabla.writer.ReportWriter;
import nabla.writer.TextStyle.Detail;

/** The check of one text, up to what is to be written about it. Several threads may check at once. */
final class FileCheck {

    private final CheckOptions options;
    private final Engine engine;
    private final ReportWriter writer;
    private final boolean many;
    private final int width;

    FileCheck(CheckOptions options, Engine engine, ReportWriter writer, boolean many, int width) {
        this.options = options;
        this.engine = engine;
        this.writer = writer;
        this.many = many;
        this.width = width;
    }

    /** What is written of a text, what is said about it on standard error, its exit code, and whether it needed more memory than there was. */
    record FileOutcome(Page page, List<String> said, int exit, boolean lacksMemory) { }

    /** Checks a text, within the time limit if there is one. */
    FileOutcome of(InputFile entry) {
        try {
            return options.effort().limit() == null ? checked(entry) : new TimeLimit(options.effort().limit()).run(() -> checked(entry));
        } catch (OutOfMemoryError e) {
            String memory = Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB";
            Report report = unread(entry, Obstacle.refused("needs more memory than the " + memory + " that Java may take"));
            return done(report, Duration.ZERO, true);
        } catch (ShapeMismatch e) {
            if (!e.isRefusal()) {
                throw e;
            }
            // What the gradients are made of is known only when they are built.
            return done(unread(entry, Obstacle.refused("on the way to a gradient " + e.getMessage())), Duration.ZERO);
        } catch (TimeoutException e) {
            String seconds = NumberText.of(options.effort().limit().toMillis() / 1000.0);
            return done(unread(entry, Obstacle.refused("not done within " + seconds + " s (--time-limit)")), options.effort().limit());
        }
    }

    private FileOutcome checked(InputFile entry) {
        long start = System.nanoTime();
        Report report = report(entry);
        return done(report, Duration.ofNanos(System.nanoTime() - start));
    }

    private Report report(InputFile entry) {
        try {
            SourceText source = entry.read();
            return engine.check(source, entry.folder(), options.settings().with(entry.free()), many ? Progress.NONE : Bar.checking(options.settings().sample()));
        } catch (InputFile.ReadFailure e) {
            return unread(entry, e.obstacle());
        }
    }

    /** For a text at which the program failed. */
    FileOutcome failed(InputFile entry) {
        return done(unread(entry, Obstacle.unreadable("not checked because of a defect of nabla")), Duration.ZERO);
    }

    private FileOutcome done(Report report, Duration time) {
        return done(report, time, false);
    }

    private FileOutcome done(Report report, Duration time, boolean lacksMemory) {
        try {
            return new FileOutcome(writer.page(report, time), said(report), Exit.of(report.status(), options.settings().strict()), lacksMemory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> said(Report report) {
        List<String> lines = new ArrayList<>();
        for (Diagnostic diagnostic : report.diagnostics()) {
            if (diagnostic.isError() || options.layout().detail() != Detail.QUIET) {
                lines.addAll(Excerpt.lines(report.source(), diagnostic, width));
            }
        }
        return lines;
    }

    private Report unread(InputFile entry, Obstacle obstacle) {
        Long seed = options.settings().seed();
        return Report.unread(new SourceText(entry.name(), ""), seed == null ? 0 : seed, obstacle);
    }
}
