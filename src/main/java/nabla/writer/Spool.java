package nabla.writer;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Text that waits for its turn: in memory while it is short, in a temporary file from a size on. */
public final class Spool extends Writer {

    /** In characters. */
    private static final int IN_MEMORY = 1 << 20;

    private final StringBuilder text = new StringBuilder();
    private FileChannel file;
    private Writer toFile;
    private long length;

    /** A spool that holds a text already. */
    public static Spool of(String text) throws IOException {
        Spool spool = new Spool();
        spool.write(text);
        return spool;
    }

    /** How many characters it holds. */
    public long length() {
        return length;
    }

    @Override
    public void write(char[] characters, int from, int count) throws IOException {
        text.append(characters, from, count);
        length += count;
        if (text.length() > IN_MEMORY) {
            spill();
        }
    }

    private void spill() throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("nabla", ".part");
            file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            toFile = Channels.newWriter(file, StandardCharsets.UTF_8);
        }
        toFile.append(text);
        text.setLength(0);
    }

    /** Hands on all it holds, and is empty again. */
    public void moveTo(Writer out) throws IOException {
        if (file == null) {
            out.append(text);
            text.setLength(0);
            length = 0;
        } else {
            spill();
            toFile.flush();
            Reader reader = Channels.newReader(file.position(0), StandardCharsets.UTF_8);
            reader.transferTo(out);
            close();
        }
    }

    @Override
    public void flush() { }

    @Override
    public void close() throws IOException {
        text.setLength(0);
        length = 0;
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
