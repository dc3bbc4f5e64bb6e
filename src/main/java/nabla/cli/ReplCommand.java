package nabla.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import nabla.repl.Console;
import nabla.repl.GuardedWork;
import nabla.repl.LineSession;
import nabla.repl.Preferences;
import nabla.repl.StatePlaces;
import nabla.report.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla repl}: a session at the terminal, or read from a pipe. */
final class ReplCommand {

    static final String NAME = "repl";

    private final Terminal terminal;
    private final Defects defects;

    ReplCommand(Terminal terminal, Defects defects) {
        this.terminal = terminal;
        this.defects = defects;
    }

    static CommandSpec spec(CommandCall.Action action) {
        CommandSpec spec = CommandCall.spec(NAME, action);
        OptionSpecs.examples(spec,
                "  nabla                    a session; :help says what there is",
                "  nabla repl net.grad      the same, going on from a file",
                "  nabla repl < lines.txt   lines from a pipe: answers without prompts");
        spec.usageMessage().header("Answers equations, derivatives and claims line by line.")
                .footer("", "Exit codes of lines from a pipe: those of 'nabla check', the most serious of all", "lines.");
        spec.addPositional(PositionalParamSpec.builder().paramLabel("FILE").arity("0..1").type(String.class)
                .description("a graph file to go on from").build());
        OptionSpecs.flag(spec, "no colours", "--no-color");
        return spec;
    }

    int run(ParseResult result) throws IOException {
        return run(result.matchedPositionalValue(0, (String) null), !result.hasMatchedOption("--no-color"));
    }

    /** A session, at the terminal if there is one. */
    int run(String file, boolean color) throws IOException {
        GuardedWork work = task -> defects.guard("the session", task);
        Preferences preferences = Preferences.standard(color && terminal.colored());
        Path state = StatePlaces.state();
        boolean plain = Console.isPlain();
        if (Colors.interactive() && !plain && Console.start(file, preferences, state, work, Bar::standard)) {
            return Exit.VERIFIED;
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
        LineSession batch = new LineSession(in, terminal.out(), terminal.err(), preferences, state, work);
        if (Colors.interactive() && plain) {
            batch.talk(file);
            return Exit.VERIFIED;
        }
        return exit(List.copyOf(batch.run(file)));
    }

    private int exit(List<Report.Status> met) {
        int exit = defects.count() > 0 ? Exit.DEFECT : Exit.VERIFIED;
        for (Report.Status status : met) {
            exit = Exit.worse(exit, Exit.of(status, false));
        }
        return exit;
    }
}
