package nabla.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nabla.limit.Progress;
import nabla.report.Report;
import nabla.session.OutdatedClaims;
import nabla.session.Settings;
import nabla.session.Trainer;
import nabla.session.TrainingResult;
import nabla.source.Display;
import nabla.source.Excerpt;
import nabla.source.SourceText;
import nabla.syntax.Statement;
import nabla.writer.Palette;
import nabla.writer.TextStyle;
import nabla.writer.TextWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla train}: verifies the gradients, and if none is wrong runs the {@code train} blocks of a file. */
final class TrainCommand {

    /** What goes to standard output. */
    enum Format { text, html }

    private final Engine engine;
    private final Terminal terminal;
    private final Defects defects;
    private final InputFile entry;
    private final Settings settings;
    private final Path plot;
    private final Format format;
    private final TrainingPage page;
    private final Writer text;
    private final Path target;
    private final boolean quiet;
    private final boolean verbose;
    private final Palette palette;

    static CommandSpec spec(CommandCall.Action action) {
        CommandSpec spec = CommandCall.spec("train", action);
        OptionSpecs.examples(spec,
                "  nabla train xor.grad                    the train blocks of a file",
                "  nabla train --plot loss.svg xor.grad    with a picture of the loss (or .png)",
                "  nabla train --plot xor.html xor.grad    with a page: gradient norms too",
                "  nabla train -o trained.grad xor.grad    and a file with the weights it found");
        spec.usageMessage().header("Verifies the gradients of a file, then runs its train blocks.");
        spec.addPositional(PositionalParamSpec.builder().paramLabel("FILE").arity("1").type(String.class).description("a graph file").build());
        OptionSpecs.value(spec, Path.class, "--plot", "FILE", "draw the loss: FILE.svg or FILE.png; FILE.html also gradient norms and idle units");
        OptionSpecs.value(spec, Format.class, "--format", "FORMAT", "text (default), or html: the page of --plot instead of the text");
        OptionSpecs.value(spec, Path.class, "-o", "FILE", "write the graph file with the weights found");
        OptionSpecs.value(spec, Long.class, "--seed", "N", "seed of everything random (default: the file's, or 0)");
        PrecisionOptions.addSample(spec);
        OptionSpecs.flag(spec, "the losses alone: no curve, no progress", "-q", "--quiet");
        OptionSpecs.flag(spec, "the report of the check before the training too", "-v", "--verbose");
        OptionSpecs.flag(spec, "no colours", "--no-color");
        return spec;
    }

    TrainCommand(ParseResult options, Engine engine, Terminal terminal, Defects defects) throws UsageError {
        this.engine = engine;
        this.terminal = terminal;
        this.defects = defects;
        this.plot = options.matchedOptionValue("--plot", null);
        this.format = options.matchedOptionValue("--format", Format.text);
        this.text = format == Format.text ? terminal.out() : Writer.nullWriter();
        this.target = options.matchedOptionValue("-o", null);
        this.quiet = options.hasMatchedOption("-q");
        this.verbose = options.hasMatchedOption("-v");
        this.palette = terminal.colored() && !options.hasMatchedOption("--no-color") ? Palette.ANSI : Palette.PLAIN;
        UsageError.require(!quiet || !verbose, "-q and -v exclude each other");
        String file = options.matchedPositionalValue(0, "");
        this.entry = InputFile.file(InputFile.path(file));
        this.page = format == Format.html || Plot.isPage(plot) ? new TrainingPage(entry.name()) : null;
        this.settings = new Settings(options.matchedOptionValue("--seed", null), Settings.DEFAULT.tolerance(), PrecisionOptions.sample(options),
                List.of(), false, false);
        if (plot != null && !Plot.isSupported(plot) && !Plot.isPage(plot)) {
            throw new UsageError("--plot draws .svg, .png and .html, not '" + plot + "'");
        } else if (target != null && target.toAbsolutePath().normalize().equals(entry.path().toAbsolutePath().normalize())) {
            throw new UsageError("-o would overwrite " + file);
        }
        requireWritable(plot, "--plot");
        requireWritable(target, "-o");
    }

    /** Better said before an hour of training than after it. */
    private static void requireWritable(Path file, String option) throws UsageError {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new UsageError(option + " needs the name of a file, and '" + file + "' is a folder");
        } else if (!Files.isDirectory(folder)) {
            throw new UsageError(option + ": there is no folder '" + folder + "'");
        } else if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new UsageError(option + " cannot write '" + file + "'");
        }
    }

    int run() throws IOException, UsageError {
        SourceText source;
        try {
            source = entry.read();
        } catch (InputFile.ReadFailure e) {
            throw new UsageError(entry.name(), e.obstacle());
        }
        SourceText first = source;
        Trainer whole = new Trainer(source, entry.folder(), settings);
        int count = whole.trainings().size();
        int exit = count == 0 ? verified(source) : Exit.VERIFIED;
        if (count == 0 && (exit == Exit.VERIFIED || exit == Exit.UNRESOLVED)) {
            throw new UsageError(entry.name() + " has no train block: train xor { rate 0.1  steps 500 }");
        }
        for (int i = 0; i < count && source != null && (exit == Exit.VERIFIED || exit == Exit.UNRESOLVED); i++) {
            Trainer trainer = new Trainer(source, entry.folder(), settings);
            Statement.Training training = trainer.trainings().get(i);
            exit = Exit.worse(exit, verified(trainer.verified(training)));
            if (exit == Exit.VERIFIED || exit == Exit.UNRESOLVED) {
                TrainingResult trained = train(trainer, training, source, count == 1 ? "" : "-" + (i + 1));
                exit = trained == null ? Exit.USAGE : trained.advice() == null ? exit : Exit.worse(exit, Exit.UNRESOLVED);
                source = trained == null || trained.text() == null ? null : new SourceText(source.name(), trained.text());
            }
        }
        if (target != null && (exit == Exit.VERIFIED || exit == Exit.UNRESOLVED)) {
            write(source == null ? null : withoutOutdated(first, source), whole.readsFiles());
        }
        writePage();
        return exit;
    }

    private void writePage() throws IOException, UsageError {
        if (format == Format.html) {
            page.write(terminal.out());
        }
        if (Plot.isPage(plot)) {
            written(plot, () -> {
                try (Writer file = Files.newBufferedWriter(plot)) {
                    page.write(file);
                }
            });
            text.write("  drawn in " + Display.visible(plot.toString()) + "\n");
        }
    }

    /** Claims that were right at the start and no longer are become comments: what is written is to be checked without a fault of its own. */
    private SourceText withoutOutdated(SourceText first, SourceText trained) throws IOException {
        if (!OutdatedClaims.concerns(trained, entry.folder(), settings)) {
            return trained;
        }
        OutdatedClaims aftermath = OutdatedClaims.of(trained, entry.folder(), settings, engine.check(first, entry.folder(), settings, progress()),
                engine.check(trained, entry.folder(), settings, progress()));
        if (aftermath.outdated() > 0) {
            text.write("  " + aftermath.outdated() + (aftermath.outdated() == 1 ? " claim" : " claims")
                    + " about the start, wrong now, " + (aftermath.outdated() == 1 ? "is a comment" : "are comments") + " there\n");
        }
        return aftermath.text();
    }

    /** Nothing is trained with a gradient that is wrong; what could not be decided is said, and no obstacle. */
    private int verified(SourceText source) throws IOException {
        Report report = defects.guard(entry.name(), () -> engine.check(source, entry.folder(), settings, progress()));
        int exit = report == null ? Exit.DEFECT : Exit.of(report.status(), false);
        if (exit == Exit.VERIFIED || exit == Exit.UNRESOLVED) {
            String open = exit == Exit.UNRESOLVED ? "some gradients are unresolved, none is wrong" : "every gradient verified";
            if (verbose) {
                full(report);
            }
            text.write(entry.name() + "   " + report.output() + ": " + open + "\n");
            text.flush();
        } else if (report != null) {
            text.write("not trained:\n");
            if (page != null) {
                page.refuse(report);
            }
            report.diagnostics().forEach(diagnostic -> Excerpt.lines(source, diagnostic, terminal.width()).forEach(terminal::say));
            full(report);
        }
        return exit;
    }

    private void full(Report report) throws IOException {
        TextStyle.Detail detail = quiet ? TextStyle.Detail.QUIET : verbose ? TextStyle.Detail.VERBOSE : TextStyle.Detail.NORMAL;
        TextWriter writer = new TextWriter(text, new TextStyle(palette, detail, false, terminal.width()));
        writer.file(report);
        writer.end();
    }

    private Progress progress() {
        return quiet ? Progress.NONE : Bar.checking(settings.sample());
    }

    /** What came of it; null where the text cannot be trained. */
    private TrainingResult train(Trainer trainer, Statement.Training training, SourceText source, String suffix) throws IOException, UsageError {
        TrainingResult trained = trained(trainer, training, source);
        if (trained == null) {
            return null;
        }
        new TrainingText(trained).write(training, !quiet, text);
        if (page != null) {
            page.add(trained, training);
        }
        if (plot != null && !Plot.isPage(plot) && Double.isFinite(trained.first())) {
            Path file = numbered(suffix);
            written(file, () -> new Plot("loss of " + TrainingText.name(trained), trained.losses()).write(file));
            text.write("  drawn in " + Display.visible(file.toString()) + "\n");
        }
        return trained;
    }

    private TrainingResult trained(Trainer trainer, Statement.Training training, SourceText source) throws IOException {
        Progress bar = quiet ? Progress.NONE : Bar.steps();
        bar.begin(training.steps());
        try {
            return trainer.run(training, step -> bar.step(), page != null);
        } catch (Trainer.UntrainableText e) {
            text.write("not trained: " + Display.visible(e.getMessage()) + "\n");
            if (page != null) {
                page.refuse(e.getMessage());
            }
            Excerpt.lines(source, e.diagnostic(), terminal.width()).forEach(terminal::say);
            return null;
        } finally {
            bar.end();
        }
    }

    /** {@code loss-2.svg} for the second block of a file. */
    private Path numbered(String suffix) {
        String name = plot.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return plot.resolveSibling(name.substring(0, dot) + suffix + name.substring(dot));
    }

    /** Writes to a file. */
    private interface WriteAction {
        void write() throws IOException;
    }

    private static void written(Path file, WriteAction writing) throws UsageError {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UsageError("'" + file + "' cannot be written: " + e.getMessage());
        }
    }

    private void write(SourceText found, boolean files) throws IOException, UsageError {
        if (found == null) {
            text.write("  nothing written: what was found are no finite numbers\n");
            return;
        }
        written(target, () -> Files.writeString(target, found.text()));
        text.write("  written to " + Display.visible(target.toString()) + "\n");
        Path folder = target.toAbsolutePath().normalize().getParent();
        if (files && !folder.equals(entry.folder().normalize())) {
            text.write("  its csv files have to lie beside it\n");
        }
    }
}
