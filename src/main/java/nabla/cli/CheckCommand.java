package nabla.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import nabla.limit.Progress;
import nabla.page.HtmlWriter;
import nabla.source.Paragraph;
import nabla.writer.CsvWriter;
import nabla.writer.JUnitWriter;
import nabla.writer.JsonWriter;
import nabla.writer.MarkdownWriter;
import nabla.writer.Page;
import nabla.writer.Palette;
import nabla.writer.ReportWriter;
import nabla.writer.TextStyle;
import nabla.writer.TextWriter;
import nabla.writer.TraceWriter;

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
        List<InputFile> all = InputFiles.of(options.inputs().files(), options.inputs().equations(), terminal.in());
        List<InputFile> entries = options.inputs().shard().of(all);
        if (entries.isEmpty()) {
            terminal.say("nabla: nothing in this shard: there are only " + all.size() + " files");
        }
        if (options.layout().target() == null) {
            return run(entries, all.size() > 1, terminal.out());
        }
        try (Writer out = Terminal.utf8(Files.newOutputStream(target(all)))) {
            return run(entries, all.size() > 1, out);
        }
    }

    private Path target(List<InputFile> entries) throws UsageError, IOException {
        Path target = options.layout().target();
        for (InputFile entry : entries) {
            if (entry.path() != null && Files.exists(target) && Files.exists(entry.path()) && Files.isSameFile(target, entry.path())) {
                throw new UsageError("-o would overwrite " + entry.name() + ", which is to be checked");
            }
        }
        return target;
    }

    private int run(List<InputFile> entries, boolean many, Writer out) throws IOException {
        ReportWriter writer = writer(out, many);
        FileCheck check = new FileCheck(options, engine, writer, many, terminal.width());
        Progress progress = many ? Bar.files() : Progress.NONE;
        progress.begin(entries.size());
        int[] exit = {Exit.VERIFIED};
        try {
            new Batch(options.effort().threads()).run(entries, check::of, FileCheck.FileOutcome::lacksMemory, (entry, work) -> {
                int before = defects.count();
                FileCheck.FileOutcome done = defects.guard(entry.name(), work);
                exit[0] = Exit.worse(exit[0], defects.count() > before ? Exit.DEFECT : done.exit());
                out.flush();
                try (Page page = done == null ? check.failed(entry).page() : done.page()) {
                    if (options.layout().format() == CheckOptions.Format.text && done != null) {
                        done.said().forEach(terminal::say);
                    }
                    writer.add(page);
                }
                progress.step();
            });
        } finally {
            progress.end();
        }
        writer.end();
        return exit[0];
    }

    private ReportWriter writer(Writer out, boolean many) {
        return switch (options.layout().format()) {
            case json -> new JsonWriter(out);
            case junit -> new JUnitWriter(out, options.settings().strict(), Clock.systemUTC());
            case csv -> new CsvWriter(out);
            case md -> new MarkdownWriter(out);
            case html -> new HtmlWriter(out, many);
            case text -> {
                int width = options.layout().target() == null ? terminal.width() : Paragraph.WIDTH;
                boolean colored = options.layout().color() && options.layout().target() == null && terminal.colored();
                ReportWriter text = new TextWriter(out, new TextStyle(colored ? Palette.ANSI : Palette.PLAIN, options.layout().detail(), many,
                        options.settings().expand() || options.layout().detail() == TextStyle.Detail.VERBOSE, width));
                yield options.layout().trace() ? new TraceWriter(text, width) : text;
            }
        };
    }
}
