package nabla.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nabla.report.JsonWriter;
import nabla.report.Palette;
import nabla.report.Report;
import nabla.report.ReportWriter;
import nabla.report.TextStyle;
import nabla.report.TextStyle.Detail;
import nabla.report.TextWriter;
import nabla.report.TraceWriter;
import nabla.source.Diagnostic;
import nabla.source.Excerpt;
import nabla.source.SourceText;

/** {@code nabla check}: reads each text, checks it, writes its report, and goes on with the next whatever happens. */
final class CheckCommand {

    private final CheckOptions options;
    private final Engine engine;
    private final Terminal terminal;
    private final Defects defects;

    CheckCommand(CheckOptions options, Engine engine, Terminal terminal, Defects defects) {
        this.options = options;
        this.engine = engine;
        this.terminal = terminal;
        this.defects = defects;
    }

    /** The exit code: of many files the most serious. */
    int run() throws IOException, UsageError {
        List<Entry> entries = Entries.of(options.files(), options.equations(), terminal.in());
        if (options.target() == null) {
            return run(entries, terminal.out());
        }
        try (Writer out = Terminal.utf8(Files.newOutputStream(target(entries)))) {
            return run(entries, out);
        }
    }

    private Path target(List<Entry> entries) throws UsageError, IOException {
        Path target = options.target();
        for (Entry entry : entries) {
            if (entry.path() != null && Files.exists(target) && Files.exists(entry.path()) && Files.isSameFile(target, entry.path())) {
                throw new UsageError("-o would overwrite " + entry.name() + ", which is to be checked");
            }
        }
        return target;
    }

    private int run(List<Entry> entries, Writer out) throws IOException {
        ReportWriter writer = writer(out, entries.size() > 1);
        int exit = Exit.VERIFIED;
        for (Entry entry : entries) {
            int before = defects.count();
            Report report = report(entry);
            if (options.format() == CheckOptions.Format.text) {
                out.flush();
                draw(report);
            }
            writer.file(report);
            exit = Exit.worse(exit, defects.count() > before ? Exit.DEFECT : Exit.of(report.status(), options.settings().strict()));
        }
        writer.end();
        return exit;
    }

    private ReportWriter writer(Writer out, boolean many) {
        if (options.format() == CheckOptions.Format.json) {
            return new JsonWriter(out);
        }
        boolean colored = options.color() && options.target() == null && terminal.colored();
        ReportWriter text = new TextWriter(out, new TextStyle(colored ? Palette.ANSI : Palette.PLAIN, options.detail(), many));
        return options.trace() ? new TraceWriter(out, text) : text;
    }

    private Report report(Entry entry) {
        try {
            SourceText source = entry.read();
            Report report = defects.guard(entry.name(), () -> engine.check(source, entry.folder(), options.settings(entry.free())));
            return report != null ? report : unread(entry, Report.Status.UNREADABLE, "not checked because of a defect of nabla");
        } catch (Entry.Unread e) {
            return unread(entry, e.refused ? Report.Status.REFUSED : Report.Status.UNREADABLE, e.getMessage());
        }
    }

    private Report unread(Entry entry, Report.Status status, String message) {
        Long seed = options.settings().seed();
        return Report.of(new SourceText(entry.name(), ""), seed == null ? 0 : seed, status, Diagnostic.error(null, message, null));
    }

    private void draw(Report report) {
        for (Diagnostic diagnostic : report.diagnostics()) {
            if (diagnostic.severity() == Diagnostic.Severity.ERROR || options.detail() != Detail.QUIET) {
                Excerpt.lines(report.source(), diagnostic).forEach(terminal::say);
            }
        }
    }
}
