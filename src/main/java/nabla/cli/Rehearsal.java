package nabla.cli;

import java.io.InputStream;
import java.io.Writer;

/**
 * Runs a command and a session with nobody watching: the launcher archives the classes that they load, which halves the time to start.
 */
final class Rehearsal {

    private Rehearsal() { }

    /** The arguments are those of the command. */
    public static void main(String[] arguments) {
        Terminal nobody = new Terminal(InputStream.nullInputStream(), Writer.nullWriter(), Writer.nullWriter(), true);
        new Main(new SessionEngine(), nobody).run(arguments);
        new Main(new SessionEngine(), nobody).run(Commands.REPL);
        nabla.repl.Rehearsal.run();
    }
}
