package nabla.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes. Results go to {@code out}, diagnostics and progress to {@code err}; both are UTF-8, whatever the
 * locale.
 *
 * @param colored whether {@code out} shows colours
 * @param width   how many columns lines may have
 */
record Terminal(InputStream in, Writer out, Writer err, boolean colored, int width) {

    /** The streams of the process. */
    static Terminal system() {
        return new Terminal(System.in, utf8(new Outlet(new FileOutputStream(FileDescriptor.out))),
                utf8(new Outlet(new FileOutputStream(FileDescriptor.err))), Colors.wanted(), Columns.wanted());
    }

    static Writer utf8(OutputStream stream) {
        return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    /** One line to {@code err}. */
    void say(String line) {
        StatusLine.erase();
        try {
            err.write(line);
            err.write('\n');
            err.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
