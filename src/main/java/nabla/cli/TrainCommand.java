package nabla.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nabla.check.Progress;
import nabla.report.Palette;
import nabla.report.Report;
import nabla.report.TextStyle;
import nabla.report.TextWriter;
import nabla.session.Settings;
import nabla.session.Trained;
import nabla.session.Trainer;
import nabla.source.Display;
import nabla.source.Excerpt;
import nabla.source.SourceText;
import nabla.syntax.Statement;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla train}: verifies the gradients, and if none is wrong runs the {@code train} blocks of a file. */
final class TrainCommand {

    private final Engine engine;
    private final Terminal terminal;
    private final Defects defects;
    private final Entry entry;
    private final Settings settings;
    private final Path plot;
    private final Path target;

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(Commands.TRAIN);
        Commands.examples(spec,
                "  nabla train xor.grad                    the train blocks of a file",
                "  nabla train --plot loss.svg xor.grad    with a picture of the loss (or .png)",
                "  nabla train -o trained.grad xor.grad    and a file with the weights it found");
        spec.usageMessage().header("Verifies the gradients of a file, then runs its train blocks.");
        spec.addPositional(PositionalParamSpec.builder().paramLabel("FILE").arity("1").type(String.class).description("a graph file").build());
        spec.addOption(OptionSpec.builder("--plot").paramLabel("FILE").type(Path.class).description("draw the loss: FILE.svg or FILE.png").build());
        spec.addOption(OptionSpec.builder("-o").paramLabel("FILE").type(Path.class)
                .description("write the graph file with the weights found").build());
        spec.addOption(OptionSpec.builder("--seed").paramLabel("N").type(Long.class)
                .description("seed of everything random (default: the file's, or 0)").build());
        spec.addOption(OptionSpec.builder("--sample").paramLabel("N").type(Integer.class)
                .description("verify N entries of each leaf, and N of all inner nodes (default: all)").build());
        return spec;
    }

    TrainCommand(ParseResult options, Engine engine, Terminal terminal, Defects defects) throws UsageError {
        this.engine = engine;
        this.terminal = terminal;
        this.defects = defects;
        this.plot = options.matchedOptionValue("--plot", null);
        this.target = options.matchedOptionValue("-o", null);
        String file = options.matchedPositionalValue(0, "");
        this.entry = Entry.file(Path.of(file));
        this.settings = new Settings(options.matchedOptionValue("--seed", null), Settings.DEFAULT.tolerance(),
                options.matchedOptionValue("--sample", 0), List.of(), false, false);
        if (plot != null && !Plot.isSupported(plot)) {
            throw new UsageError("--plot draws .svg and .png, not '" + plot + "'");
        } else if (target != null && target.toAbsolutePath().normalize().equals(entry.path().toAbsolutePath().normalize())) {
            throw new UsageError("-o would overwrite " + file);
        }
    }

    int run() throws IOException, UsageError {
        SourceText source;
        try {
            source = entry.read();
        } catch (Entry.Unread e) {
            throw new UsageError(entry.name() + ": " + e.getMessage());
        }
        Trainer trainer = new Trainer(source, entry.folder(), settings);
        List<Statement.Training> trainings = trainer.trainings();
        SourceText checked = trainings.isEmpty() ? source : trainer.verified(trainings.get(0));
        int exit = verified(checked);
        if (exit == Exit.VERIFIED && trainings.isEmpty()) {
            throw new UsageError(entry.name() + " has no train block: train xor { rate 0.1  steps 500 }");
        }
        for (int i = 0; exit == Exit.VERIFIED && i < trainings.size(); i++) {
            exit = i == 0 ? exit : verified(trainer.verified(trainings.get(i)));
            exit = exit == Exit.VERIFIED ? train(trainer, trainings.get(i)) : exit;
        }
        return exit;
    }

    /** Nothing is trained with a gradient that is wrong; what could not be decided is said, and no obstacle. */
    private int verified(SourceText source) throws IOException {
        Report report = defects.guard(entry.name(), () -> engine.check(source, entry.folder(), settings, Bar.standard()));
        int exit = report == null ? Exit.DEFECT : Exit.of(report.status(), false);
        if (exit == Exit.VERIFIED || exit == Exit.UNRESOLVED) {
            String open = exit == Exit.UNRESOLVED ? "some gradients are unresolved, none is wrong" : "every gradient verified";
            terminal.out().write(entry.name() + "   " + report.output() + ": " + open + "\n");
            return Exit.VERIFIED;
        } else if (report != null) {
            TextWriter writer = new TextWriter(terminal.out(), new TextStyle(Palette.PLAIN, TextStyle.Detail.NORMAL, false));
            terminal.out().write("not trained:\n");
            report.diagnostics().forEach(diagnostic -> Excerpt.lines(source, diagnostic).forEach(terminal::say));
            writer.file(report);
            writer.end();
        }
        return exit;
    }

    private int train(Trainer trainer, Statement.Training training) throws IOException, UsageError {
        Progress bar = Bar.steps();
        bar.begin(training.steps());
        Trained trained;
        try {
            trained = trainer.run(training, step -> bar.step());
        } catch (Trainer.Untrainable e) {
            throw new UsageError(e.getMessage());
        } finally {
            bar.end();
        }
        say(trained, training);
        if (plot != null) {
            new Plot("loss of " + name(trained), trained.losses()).write(plot);
        }
        if (target != null) {
            Files.writeString(target, trained.text());
            terminal.out().write("  written to " + Display.visible(target.toString()) + "\n");
        }
        return trained.advice() == null ? Exit.VERIFIED : Exit.UNRESOLVED;
    }

    private void say(Trained trained, Statement.Training training) throws IOException {
        terminal.out().write(String.format(Locale.ROOT, "%s: loss %.6g -> %.6g in %d steps at rate %s%n", name(trained), trained.first(),
                trained.last(), trained.losses().size() - 1, training.rate().written()).replace(System.lineSeparator(), "\n"));
        for (String line : new LossCurve(trained.losses()).lines()) {
            terminal.out().write(line + "\n");
        }
        if (trained.comparison() != null) {
            Trained.Comparison c = trained.comparison();
            boolean faster = c.all() < c.each();
            terminal.out().write(String.format(Locale.ROOT, "  approach I (example by example) and II (one matrix) differ by %.1g; %s was %.1f times as fast\n",
                    c.difference(), faster ? "II" : "I", faster ? c.each() / c.all() : c.all() / c.each()));
        }
        if (trained.advice() != null) {
            terminal.out().write("  " + trained.advice() + "\n");
        }
    }

    private static String name(Trained trained) {
        return trained.network() == null ? "the network" : trained.network();
    }
}
