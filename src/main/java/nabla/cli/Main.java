package nabla.cli;

import java.io.IOException;
import java.util.Arrays;
import nabla.writer.Version;

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
        Defects defects = new Defects(terminal, Arrays.asList(arguments).contains("--debug"));
        if (isVersion(arguments)) {
            return answered(defects, () -> version());
        }
        Integer exit = defects.guard("start", () -> answered(defects, () -> command(defects, arguments)));
        return exit == null ? Exit.DEFECT : exit;
    }

    private static boolean isVersion(String... arguments) {
        return arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"));
    }

    /** What is done before picocli is asked, or by it. */
    private interface Work {
        int run() throws IOException, UsageError;
    }

    private int answered(Defects defects, Work work) {
        try {
            int exit = work.run();
            terminal.out().flush();
            return exit;
        } catch (UsageError e) {
            return new CommandFailures(terminal, defects).of(e);
        } catch (IOException e) {
            return new CommandFailures(terminal, defects).of(e);
        }
    }

    /** Said before anything else is loaded: scripts ask for nothing but this. */
    private int version() throws IOException {
        terminal.out().write("nabla " + Version.NUMBER + "\n");
        return Exit.VERIFIED;
    }

    /** Two lines that are typed most need no options, and start without what reads them. */
    private int command(Defects defects, String... arguments) throws IOException, UsageError {
        if (arguments.length == 0 && Colors.interactive()) {
            return new ReplCommand(terminal, defects).run(null, true);
        } else if (CheckOptions.isPlain(arguments)) {
            return new CheckCommand(CheckOptions.plain(arguments), engine, terminal, defects).run();
        }
        return new Commands(engine, terminal, defects).line(arguments).execute(arguments);
    }
}
