package nabla.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import nabla.source.Display;
import nabla.writer.Version;

/** The one place that catches what should not happen: says so in a line, counts it, and lets the next file have its turn. */
final class Defects {

    private final Terminal terminal;
    private final boolean debug;
    private int count;

    /** With {@code debug}, shows the stack trace too. */
    Defects(Terminal terminal, boolean debug) {
        this.terminal = terminal;
        this.debug = debug;
    }

    int count() {
        return count;
    }

    private synchronized void counted() {
        count++;
    }

    /** The result of the work on {@code subject}, or null where the program failed. */
    <T> T guard(String subject, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError defect) {
            say(subject, defect);
            return null;
        }
    }

    /** Says what has failed at {@code subject}. */
    void say(String subject, Throwable defect) {
        counted();
        String what = defect.getClass().getSimpleName() + (defect.getMessage() == null ? "" : ": " + defect.getMessage());
        terminal.say(Display.visible("nabla: a defect of nabla " + Version.NUMBER + " at " + subject + " (" + what
                + "): please report it to whoever gave you nabla, with this file and what --debug prints"));
        if (debug) {
            StringWriter trace = new StringWriter();
            defect.printStackTrace(new PrintWriter(trace));
            terminal.say(trace.toString());
        }
    }
}
