package nabla.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Compares what a writer writes with the expected text beside the tests. */
final class Golden {

    private Golden() { }

    static String written(Function<Writer, ReportWriter> writer, Report... reports) {
        StringWriter out = new StringWriter();
        ReportWriter to = writer.apply(out);
        try {
            for (Report report : reports) {
                to.file(report);
            }
            to.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static void expect(String resource, String actual) throws IOException {
        try (InputStream in = Golden.class.getResourceAsStream(resource)) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), actual);
        }
    }
}
