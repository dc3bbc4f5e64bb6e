package nabla.source;

import java.io.IOException;
import java.io.InputStream;

/** How large a file of one's own may be: a graph file, a session, a table of numbers. */
public final class FileSize {

    private static final int MEBIBYTES = 256;

    /** In bytes. */
    public static final int LARGEST = MEBIBYTES << 20;

    /** For messages. */
    public static final String LARGEST_TEXT = MEBIBYTES + " MiB";

    private FileSize() { }

    /** The bytes, or as many as show that there are more than {@link #LARGEST}: a device has no size, and may never end. */
    public static byte[] read(InputStream in) throws IOException {
        return in.readNBytes(LARGEST + 1);
    }
}
