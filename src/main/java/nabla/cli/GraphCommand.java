package nabla.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nabla.limit.Progress;
import nabla.picture.Form;
import nabla.picture.Picture;
import nabla.report.Report;
import nabla.session.Settings;
import nabla.source.Diagnostic;
import nabla.source.Excerpt;
import nabla.source.SourceText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla graph}: the graph of one text as a picture, in the form that the file's suffix or {@code --format} says. */
final class GraphCommand {

    private final Terminal terminal;
    private final Engine engine;
    private final Defects defects;
    private final List<String> files;
    private final List<String> equations;
    private final Settings settings;
    private final String target;
    private final Form form;
    private final boolean local;
    private final boolean unfold;

    static CommandSpec spec(CommandCall.Action action) {
        CommandSpec spec = CommandCall.spec("graph", action);
        OptionSpecs.examples(spec,
                "  nabla graph practice.grad -o practice.svg              a picture for a browser or slides",
                "  nabla graph -e 'z = x*y + x' --at x=1,y=2 -o z.png     of an equation",
                "  nabla graph practice.grad --format mmd                 Mermaid, for a README",
                "  nabla graph --local practice.grad -o - --format dot    Graphviz, local derivatives on the edges");
        spec.usageMessage().header("Draws a graph: values above, gradients below.");
        OptionSpecs.arguments(spec, "FILE", "a graph file, or - for standard input");
        OptionSpecs.list(spec, "-e", "EQUATION", "draw an equation; repeat for more. Names without a value are sampled at random");
        OptionSpecs.list(spec, "--at", "NAME=VALUE", "values instead of those of the file: x=1,W=[1,2;3,4]");
        OptionSpecs.value(spec, String.class, "-o", "FILE", "the file to write, or - for standard output");
        OptionSpecs.value(spec, Form.class, "--format", "FORMAT", "svg, dot, mmd (Mermaid), tex (TikZ) or png; by default the suffix of the file decides");
        OptionSpecs.value(spec, Long.class, "--seed", "N", "seed of everything random (default: the file's, or 0)");
        OptionSpecs.flag(spec, "write the local derivative on each edge", "--local");
        OptionSpecs.flag(spec, "draw every node; otherwise definitions, layers and steps are one box each where there are more than " + Picture.MOST, "--unfold");
        return spec;
    }

    GraphCommand(ParseResult options, Engine engine, Terminal terminal, Defects defects) throws UsageError {
        this.engine = engine;
        this.terminal = terminal;
        this.defects = defects;
        this.files = options.matchedPositionalValue(0, List.of());
        this.equations = options.matchedOptionValue("-e", List.of());
        this.settings = new Settings(options.matchedOptionValue("--seed", null), Settings.DEFAULT.tolerance(), 0,
                Assignments.split(options.matchedOptionValue("--at", List.of())), false, false);
        this.local = options.hasMatchedOption("--local");
        this.unfold = options.hasMatchedOption("--unfold");
        this.target = options.matchedOptionValue("-o", "-");
        UsageError.require(files.size() + Math.min(1, equations.size()) == 1, files.isEmpty() ? "nothing to draw: name a file, - or -e EQUATION"
                : "one picture at a time: name one file, or equations with -e");
        this.form = form(options.matchedOptionValue("--format", null));
    }

    private Form form(Form wanted) throws UsageError {
        Form known = target.equals("-") ? Form.SVG : Form.of(target);
        UsageError.require(wanted != null || known != null, "what form " + target + " has is not known: end its name in one of " + Form.suffixes() + ", or say --format");
        Form chosen = wanted != null ? wanted : known;
        UsageError.require(chosen != Form.PNG || !target.equals("-"), "a png goes to a file: -o NAME.png");
        return chosen;
    }

    int run() throws IOException, UsageError {
        InputFile entry = InputFiles.of(files, equations, terminal.in()).get(0);
        Report report = defects.guard(entry.name(), () -> checked(entry));
        if (report == null) {
            return Exit.DEFECT;
        }
        for (Diagnostic diagnostic : report.diagnostics()) {
            Excerpt.lines(report.source(), diagnostic, terminal.width()).forEach(terminal::say);
        }
        if (report.output() == null) {
            terminal.say("nabla: nothing to draw: no definition with variables");
            return Exit.worse(Exit.of(report.status(), false), Exit.USAGE);
        }
        Picture picture = Picture.of(report, unfold);
        if (target.equals("-")) {
            form.write(picture, local, terminal.out());
        } else {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path()))) {
                form.write(picture, local, out);
            }
            String folded = picture.folded() ? " (definitions, layers and steps of for blocks are one box each; --unfold draws every node)" : "";
            terminal.say("nabla: " + form.name().toLowerCase(Locale.ROOT) + " of " + picture.figures().size() + " figures in " + target + folded);
        }
        return Exit.of(report.status(), false);
    }

    private Path path() throws UsageError {
        return InputFile.path(target);
    }

    private Report checked(InputFile entry) {
        try {
            SourceText source = entry.read();
            return engine.check(source, entry.folder(), settings.with(entry.free()), Progress.NONE);
        } catch (InputFile.ReadFailure e) {
            return Report.unread(new SourceText(entry.name(), ""), 0, e.obstacle());
        }
    }
}
