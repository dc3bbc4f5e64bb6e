package nabla.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import nabla.report.Version;
import nabla.source.Display;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program: finds the command, runs it, and answers with its exit code. */
public final class Main {

    private final Engine engine;
    private final Terminal terminal;

    Main(Engine engine, Terminal terminal) {
        this.engine = engine;
        this.terminal = terminal;
    }

    /** Runs the program as its own process. */
    public static void main(String[] arguments) {
        System.exit(new Main(new SessionEngine(), Terminal.system()).run(arguments));
    }

    /** Runs a command line; everything goes through the terminal given, and nothing ends the process. */
    int run(String... arguments) {
        boolean debug = List.of(arguments).contains("--debug");
        Integer exit = new Defects(terminal, debug).guard("start", () -> finished(arguments));
        return exit == null ? Exit.DEFECT : exit;
    }

    /** A reader that closed the pipe has seen enough: {@code nabla check … | head}. */
    private int finished(String... arguments) {
        int exit = Exit.USAGE;
        try {
            exit = command(arguments);
            terminal.out().flush();
        } catch (UsageError e) {
            complain(e.getMessage());
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            if (reason.toLowerCase(Locale.ROOT).contains("pipe")) {
                return Exit.VERIFIED;
            }
            complain("the report cannot be written: " + reason);
        }
        return exit;
    }

    private int command(String... arguments) throws IOException, UsageError {
        CommandLine line = new CommandLine(spec()).setExpandAtFiles(false).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            ParseResult result = line.parseArgs(arguments);
            ParseResult command = result.subcommand() == null ? result : result.subcommand();
            if (command.isUsageHelpRequested() || arguments.length == 0) {
                return help(command.commandSpec(), arguments.length == 0);
            } else if (command.isVersionHelpRequested()) {
                terminal.out().write("nabla " + Version.NUMBER + "\n");
                return Exit.VERIFIED;
            }
            return run(command);
        } catch (ParameterException e) {
            throw new UsageError(e.getMessage());
        }
    }
}
