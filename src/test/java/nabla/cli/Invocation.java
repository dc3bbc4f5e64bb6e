package nabla.cli;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import nabla.source.Paragraph;

/** One run of the program within this process: what it wrote, and its exit code. */
public record Invocation(String out, String err, int exit) {

    /** Runs a command line with nothing on standard input. */
    public static Invocation of(String... arguments) {
        return with("", arguments);
    }

    /** Runs a command line with a text on standard input. */
    public static Invocation with(String input, String... arguments) {
        return at(Paragraph.WIDTH, input, arguments);
    }

    /** The same at a terminal of so many columns. */
    public static Invocation at(int width, String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        int exit = new Main(new SessionEngine(), new Terminal(in, out, err, false, width)).run(arguments);
        return new Invocation(out.toString(), err.toString(), exit);
    }
}
