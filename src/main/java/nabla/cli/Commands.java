package nabla.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import nabla.writer.Version;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The commands as picocli knows them: which there are, and what each does. */
record Commands(Engine engine, Terminal terminal, Defects defects) {

    /** All commands; where the first argument names one, only that one, which starts faster. */
    CommandLine line(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        CommandSpec nabla = program();
        if (!first.equals(OpsCommand.NAME)) {
            add(nabla, CheckOptions.spec(options -> new CheckCommand(CheckOptions.of(options), engine, terminal, defects).run()));
        }
        if (!first.equals(CheckOptions.NAME)) {
            add(nabla, DeriveCommand.spec(options -> new DeriveCommand(options, terminal, defects).run()));
            add(nabla, GraphCommand.spec(options -> new GraphCommand(options, engine, terminal, defects).run()));
            add(nabla, OpsCommand.spec(options -> new OpsCommand(engine, terminal).run(options)));
            add(nabla, TrainCommand.spec(options -> new TrainCommand(options, engine, terminal, defects).run()));
            add(nabla, GradeOptions.spec(options -> new GradeCommand(GradeOptions.of(options), terminal, defects).run()));
            add(nabla, ReplCommand.spec(options -> new ReplCommand(terminal, defects).run(options)));
        }
        CommandFailures failures = new CommandFailures(terminal, defects);
        return new CommandLine(nabla).setExpandAtFiles(false).setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, Commands::path).setOut(new PrintWriter(terminal.out())).setColorScheme(Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler(failures).setExecutionExceptionHandler(failures);
    }

    private static CommandSpec program() {
        CommandSpec nabla = CommandCall.spec("nabla", Commands::missing).version("nabla " + Version.NUMBER);
        OptionSpecs.examples(nabla,
                "  nabla                                        a session at the prompt",
                "  nabla check practice.grad                    verify every gradient of a file",
                "  nabla check -e 'z = x*y + x' --at x=1,y=2    the same for an equation",
                "  nabla check --format json work/              every *.grad in a folder, as JSON",
                "  nabla derive 'x^2*sin(y)' --wrt x            a derivative, step by step",
                "  nabla graph -o practice.svg practice.grad    the graph as a picture",
                "  nabla train --plot loss.svg xor.grad         gradient descent and loss curve",
                "  nabla grade homework.grad handed-in/         marks for a folder of submissions",
                "  nabla ops tanh                               an operation and its derivative");
        nabla.usageMessage().header("A symbolic and numeric gradient checker.");
        nabla.addOption(OptionSpec.builder("-V", "--version").versionHelp(true).type(boolean.class)
                .description("say the version").build());
        return OptionSpecs.withHelp(nabla);
    }

    private static void add(CommandSpec nabla, CommandSpec command) {
        nabla.addSubcommand(command.name(), OptionSpecs.withHelp(command));
    }

    private static int missing(ParseResult options) throws UsageError {
        throw new UsageError("a command is missing: " + String.join(", ", options.commandSpec().subcommands().keySet()));
    }

    private static Path path(String value) {
        try {
            return InputFile.path(value);
        } catch (UsageError e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
