package nabla.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nabla.formula.Ascii;
import nabla.report.Derivation;
import nabla.session.Derivations;
import nabla.session.Settings;
import nabla.source.Diagnostic;
import nabla.source.Excerpt;
import nabla.source.Paragraph;
import nabla.source.SourceText;
import nabla.writer.DerivationLatex;
import nabla.writer.DerivationText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla derive}: a derivative worked out step by step, of an expression or in a graph file. */
final class DeriveCommand {

    static final String NAME = "derive";

    private final String subject;
    private final Derivations wanted;
    private final Settings settings;
    private final Form form;
    private final boolean ascii;
    private final boolean quiet;
    private final Path target;
    private final Terminal terminal;
    private final Defects defects;

    /** What is written. */
    private enum Form { TEXT, LATEX, MARKDOWN }

    static CommandSpec spec(CommandCall.Action action) {
        CommandSpec spec = CommandCall.spec(NAME, action);
        OptionSpecs.examples(spec,
                "  nabla derive 'x^2*sin(y)' --wrt x                   a derivative, step by step",
                "  nabla derive 'x*y + x' --wrt x,y --at x=1,y=2       with numbers plugged in",
                "  nabla derive 'x.T @ A @ x; A in R(n, n); x in R(n)' --wrt x",
                "  nabla derive net.grad --of L --wrt W1 --latex       in a graph file, for slides");
        spec.usageMessage().header("Works out a derivative step by step: rules, chain rule, result, verification.");
        spec.parser().unmatchedOptionsArePositionalParams(true);
        OptionSpecs.arguments(spec, "EXPR|FILE", "an expression, equations (z = …; x in R(n)), a graph file, or - for standard input");
        OptionSpecs.value(spec, String.class, "--of", "NAME", "what to differentiate (default: the output)");
        OptionSpecs.value(spec, String.class, "--wrt", "NAME[,…]", "what to differentiate by: inputs or inner nodes (default: the only input)");
        OptionSpecs.list(spec, "--at", "NAME=VALUE", "values instead of those of the text: x=1,W=[1,2;3,4]");
        OptionSpecs.value(spec, Long.class, "--seed", "N", "seed of everything random (default: the text's, or 0)");
        OptionSpecs.value(spec, Path.class, "-o", "FILE", "write to a file");
        OptionSpecs.flag(spec, "LaTeX: align* environments for amsmath", "--latex");
        OptionSpecs.flag(spec, "Markdown with mathematics, for notebooks and repositories", "--md");
        OptionSpecs.flag(spec, "the result down to the inputs", "--expand");
        OptionSpecs.flag(spec, "ASCII alone", "--ascii");
        OptionSpecs.flag(spec, "the result alone", "-q", "--quiet");
        return spec;
    }

    DeriveCommand(ParseResult options, Terminal terminal, Defects defects) throws UsageError {
        this.terminal = terminal;
        this.defects = defects;
        this.subject = subject(options.matchedPositionalValue(0, List.of()));
        this.wanted = new Derivations(options.matchedOptionValue("--of", null), names(options.matchedOptionValue("--wrt", "")), options.hasMatchedOption("--expand"));
        this.settings = new Settings(options.matchedOptionValue("--seed", null), Settings.DEFAULT.tolerance(), 0,
                Assignments.split(options.matchedOptionValue("--at", List.of())), false, false);
        boolean latex = options.hasMatchedOption("--latex");
        boolean markdown = options.hasMatchedOption("--md");
        this.form = latex ? Form.LATEX : markdown ? Form.MARKDOWN : Form.TEXT;
        this.ascii = options.hasMatchedOption("--ascii");
        this.quiet = options.hasMatchedOption("-q");
        UsageError.require(!quiet || !latex && !markdown, "-q is for the text");
        this.target = options.matchedOptionValue("-o", null);
        if (latex && markdown) {
            throw new UsageError("--latex and --md exclude each other");
        } else if (ascii && form != Form.TEXT) {
            throw new UsageError("--ascii is for the text; LaTeX and Markdown have commands for all signs");
        }
    }

    private static List<String> names(String by) throws UsageError {
        List<String> names = by.isBlank() ? List.of() : Arrays.stream(by.split(",", -1)).map(String::strip).distinct().toList();
        if (names.contains("")) {
            throw new UsageError("a name is missing in --wrt " + by + "; write for example --wrt x,y");
        }
        return names;
    }

    /** An expression may begin with a minus sign. */
    private static String subject(List<String> arguments) throws UsageError {
        String option = arguments.stream().filter(argument -> argument.startsWith("--")).findFirst().orElse(null);
        if (option != null) {
            throw new UsageError("no option is called '" + option + "'");
        } else if (arguments.size() != 1) {
            throw new UsageError(arguments.isEmpty() ? "nothing to derive: an expression such as 'x^2*sin(y)', or a file"
                    : "one expression or file at a time; put it in quotes: '" + String.join(" ", arguments) + "'");
        }
        return arguments.get(0);
    }

    int run() throws IOException, UsageError {
        DerivationSubject problem = DerivationSubject.of(subject, terminal.in());
        Derivations.Outcome outcome = defects.guard(problem.source().name(), () -> wanted.of(problem.source(), problem.folder(), settings.with(problem.free())));
        if (outcome == null) {
            return Exit.DEFECT;
        }
        say(problem.source(), outcome.diagnostics());
        write(outcome.derivations());
        return Exit.of(outcome.status(), false);
    }

    private void say(SourceText source, List<Diagnostic> diagnostics) {
        diagnostics.forEach(diagnostic -> Excerpt.lines(source, diagnostic, terminal.width()).forEach(terminal::say));
    }

    private void write(List<Derivation> derivations) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Derivation derivation : derivations) {
            if (!lines.isEmpty() && !quiet) {
                lines.add("");
            }
            lines.addAll(switch (form) {
                case TEXT -> quiet ? DerivationText.result(derivation) : DerivationText.lines(derivation, target == null ? terminal.width() : Paragraph.WIDTH);
                case LATEX -> DerivationLatex.lines(derivation);
                case MARKDOWN -> DerivationLatex.markdown(derivation);
            });
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(ascii ? Ascii.text(line) : line).append('\n'));
        if (target == null) {
            terminal.out().write(text.toString());
        } else {
            Files.writeString(target, text);
        }
    }
}
