package nabla.repl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nabla.cli.ClassPath;
import nabla.limit.Progress;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;

/** Somebody at a keyboard, who sees the screen. Either of the program in a pseudo-terminal, or of a session within this process. */
final class Typist implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final OutputStream keys;
    private final Session session;
    private int seen;

    /** What is typed to. */
    private interface Session {

        /** Everything shown so far, without control sequences. */
        String shown();

        boolean awaitEnd() throws InterruptedException;

        void end();
    }

    private Typist(OutputStream keys, Session session) {
        this.keys = keys;
        this.session = session;
    }

    /** Tests started in the background ignore Ctrl-C, and so would all that they start. */
    private static final List<String> HEEDS_CTRL_C = List.of("env", "--default-signal=INT");

    /** Whether this system can run a program in a pseudo-terminal: it has the {@code script} of util-linux, and that {@code env}. */
    static boolean canRun() {
        try {
            List<String> command = new ArrayList<>(HEEDS_CTRL_C);
            command.addAll(List.of("script", "--version"));
            Process version = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(version.getInputStream().readAllBytes(), UTF_8).contains("util-linux");
        } catch (IOException none) {
            return false;
        }
    }

    /** The program in a pseudo-terminal. */
    static Typist process(Path state) throws IOException {
        return process(state, List.of());
    }

    /** The same as the launcher starts it: with a folder of what is known of terminals. */
    static Typist launched(Path state) throws IOException {
        Path folder = state.resolve("terminals");
        SystemTerminal.fill(folder);
        return process(state, List.of("\"-D" + SystemTerminal.FOLDER + "=" + folder + '"'));
    }

    private static Typist process(Path state, List<String> options) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // exec: a shell that stays would end with Ctrl-C's exit code, although the program lives on.
        String command = String.join(" ", "exec", java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dnabla.terminal=true", "-Dnabla.terminal.input=true",
                String.join(" ", options), "-cp", '"' + ClassPath.text() + '"', "nabla.cli.Main");
        List<String> script = new ArrayList<>(HEEDS_CTRL_C);
        script.addAll(List.of("script", "-qfec", command, "/dev/null"));
        ProcessBuilder builder = new ProcessBuilder(script).redirectErrorStream(true);
        builder.environment().put("XDG_STATE_HOME", state.toString());
        builder.environment().put("TERM", "xterm");
        Process process = builder.start();
        Screenful screen = new Screenful();
        Thread reading = new Thread(() -> screen.copy(process.getInputStream()));
        reading.setDaemon(true);
        reading.start();
        return new Typist(process.getOutputStream(), new Session() {
            @Override
            public String shown() {
                return screen.text();
            }

            @Override
            public boolean awaitEnd() throws InterruptedException {
                return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
            }

            @Override
            public void end() {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        });
    }

    /** A session in this process, at a terminal whose line discipline is JLine's own. */
    static Typist here(Path state) throws IOException {
        PipedInputStream in = new PipedInputStream(1 << 16);
        PipedOutputStream keys = new PipedOutputStream(in);
        Screenful screen = new Screenful();
        ExternalTerminal terminal = new ExternalTerminal("test", "xterm", in, screen, UTF_8);
        terminal.setSize(new Size(100, 40));
        Console console = new Console(terminal, Preferences.standard(true), state.resolve("nabla"), Supplier::get, () -> Progress.NONE);
        Thread running = new Thread(() -> console.run(null, false));
        running.setDaemon(true);
        running.start();
        return new Typist(keys, new Session() {
            @Override
            public String shown() {
                return screen.text();
            }

            @Override
            public boolean awaitEnd() throws InterruptedException {
                running.join(TimeUnit.SECONDS.toMillis(60));
                return !running.isAlive();
            }

            @Override
            public void end() {
                running.interrupt();
            }
        });
    }

    /** Presses keys. */
    Typist type(String text) throws IOException {
        keys.write(text.getBytes(UTF_8));
        keys.flush();
        return this;
    }

    /** Waits until something is shown that was not there before. */
    Typist await(String text) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            String shown = session.shown();
            int at = shown.indexOf(text, seen);
            if (at >= 0) {
                seen = at + text.length();
                return this;
            } else if (System.nanoTime() > end) {
                throw new AssertionError("not shown: " + text + ", but\n" + shown);
            }
            Thread.sleep(10);
        }
    }

    /** Presses keys again and again until something is shown. */
    Typist until(String pressed, String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (session.shown().indexOf(text, seen) < 0 && System.nanoTime() < end) {
            type(pressed);
            Thread.sleep(200);
        }
        return await(text);
    }

    /** Whether the session ends, without a failure. */
    boolean awaitEnd() throws InterruptedException {
        return session.awaitEnd();
    }

    @Override
    public void close() {
        session.end();
    }

    /** What was written to a screen. */
    private static final class Screenful extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) {
            bytes.write(b);
        }

        private void copy(InputStream in) {
            try {
                in.transferTo(this);
            } catch (IOException closed) {
                write('\n');
            }
        }

        private synchronized String text() {
            return bytes.toString(UTF_8).replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]|\u001b[=>]|\r", "");
        }
    }
}
