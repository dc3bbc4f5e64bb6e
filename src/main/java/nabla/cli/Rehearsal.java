package nabla.cli;

import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import nabla.op.Functions;
import nabla.source.Paragraph;

/**
 * Runs commands and a session with nobody watching: the launcher archives the classes that they load, which halves the time to start.
 */
final class Rehearsal {

    private Rehearsal() { }

    /**
     * The first argument is the folder of the examples; the second one that for the native library of terminals. Without it only what is soon
     * done is rehearsed.
     */
    public static void main(String[] arguments) {
        String right = arguments[0] + "/practice.grad";
        String wrong = arguments[0] + "/mistakes/right-at-one-point.grad";
        String unreadable = arguments[0] + "/errors/elementwise-shapes.grad";
        run("--version");
        for (String file : new String[] {right, wrong, unreadable}) {
            run("check", file);
        }
        if (arguments.length == 1) {
            return;
        }
        run("check", "--trace", right, wrong);
        run("check", "-e", "z = sum(sigmoid(x*y) + x)", "-e", "x = [1, 2]", "-e", "y = 2", "-e", "dz/dy == dz/dy", "--at", "y=3");
        run(DeriveCommand.NAME, "x^2*sin(y)", "--wrt", "x");
        run(OpsCommand.NAME, Functions.all().get(0).name());
        run(ReplCommand.NAME);
        nabla.repl.TerminalRehearsal.run(Path.of(arguments[1]));
    }

    private static void run(String... arguments) {
        Terminal nobody = new Terminal(InputStream.nullInputStream(), Writer.nullWriter(), Writer.nullWriter(), true, Paragraph.WIDTH);
        new Main(new SessionEngine(), nobody).run(arguments);
    }
}
