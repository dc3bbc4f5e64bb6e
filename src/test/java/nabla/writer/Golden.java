package nabla.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import nabla.report.Report;

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

    /** {@code -Dexamples.rewrite=true} writes it anew; read the difference before keeping it. */
    static void expect(String resource, String actual) throws IOException {
        if (Boolean.getBoolean("examples.rewrite")) {
            assertNull(System.getenv("CI"), "expected texts are not rewritten where CI is set");
            Files.writeString(Path.of("src/test/resources/nabla/writer", resource), actual);
            return;
        }
        try (InputStream in = Golden.class.getResourceAsStream(resource)) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), actual);
        }
    }
}
