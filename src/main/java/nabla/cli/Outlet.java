package nabla.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** A stream whose reader may leave: {@code nabla check … | head} is no error, and the exit code still says what was found. */
final class Outlet extends FilterOutputStream {

    private boolean closed;

    Outlet(OutputStream stream) {
        super(stream);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (!closed) {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                closed = isClosedPipe(e);
                if (!closed) {
                    throw e;
                }
            }
        }
    }

    /** Java has no exception of its own for it, but every system's message has the word. */
    private static boolean isClosedPipe(IOException e) {
        return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
    }
}
