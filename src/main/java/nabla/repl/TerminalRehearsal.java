package nabla.repl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import nabla.limit.Progress;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/** A session at a terminal that nobody sees: it loads the classes of a real one. */
public final class TerminalRehearsal {

    private static final String KEYS = "z = x*y + x\rx = 1\ry = 2\rdz/dx\rdz/dx = y + 1\r:graph\r:check\r:explain dz/dx\r"
            + ":va\t\r?sigmoid\rw = sigmod(x)\r:undo\r:exercise chain-rule-1 1 seed 1\r1e9\r:hint\r:leave\r:progress\r:quit\r";

    private TerminalRehearsal() { }

    /** From the first prompt to the end. What sessions need of the library for terminals is left in a folder. */
    public static void run(Path library) {
        InputStream keys = new ByteArrayInputStream(KEYS.getBytes(StandardCharsets.UTF_8));
        try (Terminal terminal = TerminalBuilder.builder().system(false).streams(keys, OutputStream.nullOutputStream()).type("xterm").build()) {
            new Console(terminal, Preferences.standard(true), null, Supplier::get, () -> Progress.NONE).run(null, true);
            SystemTerminal.fill(library);
            System.setProperty(SystemTerminal.FOLDER, library.toString());
            if (terminal instanceof AbstractPosixTerminal posix) {
                real(posix);
            }
            new JniTerminalProvider().current(SystemStream.Output).close();
        } catch (IOException | RuntimeException | LinkageError none) {
            // Without a pseudo-terminal the rehearsal is shorter, and that is all.
            return;
        }
    }

    /** What a terminal of the system does besides. */
    private static void real(AbstractPosixTerminal posix) throws IOException {
        try (Terminal terminal = new SystemTerminal("xterm", posix.getPty())) {
            terminal.handle(Terminal.Signal.INT, Terminal.SignalHandler.SIG_IGN);
            terminal.handle(Terminal.Signal.INT, signal -> terminal.flush());
        }
    }
}
