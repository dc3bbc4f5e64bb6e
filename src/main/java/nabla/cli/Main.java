package nabla.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import nabla.report.Version;
import nabla.source.Display;
import nabla.source.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

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

    /** Runs a command line. Everything goes through the terminal given, and nothing ends the process. */
    int run(String... arguments) {
        if (isVersion(arguments)) {
            return version();
        }
        Defects defects = new Defects(terminal, Arrays.asList(arguments).contains("--debug"));
        Integer exit = defects.guard("start", () -> answered(defects, arguments));
        return exit == null ? Exit.DEFECT : exit;
    }

    private static boolean isVersion(String... arguments) {
        return arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"));
    }

    /** Said before anything else is loaded: scripts ask for nothing but this. */
    private int version() {
        try {
            terminal.out().write("nabla " + Version.NUMBER + "\n");
            terminal.out().flush();
            return Exit.VERIFIED;
        } catch (IOException e) {
            terminal.say(unwritten(e));
            return Exit.USAGE;
        }
    }

    private static String unwritten(IOException e) {
        return "nabla: the report cannot be written: " + Display.visible(String.valueOf(e.getMessage()));
    }

    private int answered(Defects defects, String... arguments) {
        try {
            int exit = command(defects, arguments);
            terminal.out().flush();
            return exit;
        } catch (UnmatchedArgumentException e) {
            terminal.say("nabla: " + Display.visible(unmatched(e)));
            terminal.say("Try 'nabla --help'.");
        } catch (ParameterException | UsageError e) {
            terminal.say("nabla: " + Display.visible(e.getMessage()));
            if (e instanceof UsageError error && error.isRefused()) {
                return Exit.REFUSED;
            }
            terminal.say("Try 'nabla --help'.");
        } catch (IOException e) {
            terminal.say(unwritten(e));
        }
        return Exit.USAGE;
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String first = e.getUnmatched().get(0);
        CommandLine command = e.getCommandLine();
        boolean option = first.startsWith("-");
        String near = Spelling.hint(first.replaceFirst("=.*", ""), option ? command.getCommandSpec().optionsMap().keySet() : command.getSubcommands().keySet());
        String hint = near == null && !option && first.endsWith(".grad") ? "did you mean: nabla check " + first : near;
        return "no " + (option ? "option" : "command") + " is called '" + first + "'" + (hint == null ? "" : "; " + hint);
    }

    private int command(Defects defects, String... arguments) throws IOException, UsageError {
        if (arguments.length == 0 && Colors.interactive()) {
            return new ReplCommand(terminal, defects).run(null, true);
        }
        if (CheckOptions.isPlain(arguments)) {
            return new CheckCommand(CheckOptions.plain(arguments), engine, terminal, defects).run();
        }
        CommandLine nabla = Commands.nabla(arguments);
        ParseResult result = nabla.parseArgs(arguments);
        ParseResult command = result.hasSubcommand() ? result.subcommand() : result;
        if (command.isUsageHelpRequested()) {
            PrintWriter help = new PrintWriter(terminal.out());
            command.commandSpec().commandLine().usage(help, Ansi.OFF);
            help.flush();
        } else if (command.isVersionHelpRequested()) {
            terminal.out().write("nabla " + Version.NUMBER + "\n");
        } else if (command == result) {
            throw new UsageError("a command is missing: " + String.join(", ", nabla.getSubcommands().keySet()));
        } else if (command.commandSpec().name().equals(Commands.OPS)) {
            return new OpsCommand(engine, terminal.out(), terminal.width()).run(command.matchedPositionalValue(0, null));
        } else if (command.commandSpec().name().equals(Commands.REPL)) {
            return new ReplCommand(terminal, defects).run(command);
        } else if (command.commandSpec().name().equals(Commands.DERIVE)) {
            return new DeriveCommand(command, terminal, defects).run();
        } else if (command.commandSpec().name().equals(Commands.GRAPH)) {
            return new GraphCommand(command, engine, terminal, defects).run();
        } else if (command.commandSpec().name().equals(Commands.TRAIN)) {
            return new TrainCommand(command, engine, terminal, defects).run();
        } else if (command.commandSpec().name().equals(Commands.GRADE)) {
            return new GradeCommand(GradeOptions.of(command), terminal, defects).run();
        } else {
            return new CheckCommand(CheckOptions.of(command), engine, terminal, defects).run();
        }
        return Exit.VERIFIED;
    }
}
