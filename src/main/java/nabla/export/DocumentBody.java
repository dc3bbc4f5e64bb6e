package nabla.export;

import java.io.IOException;

/** What stands inside a document, and is written by others to the same stream. */
public interface DocumentBody {
    void write() throws IOException;
}
