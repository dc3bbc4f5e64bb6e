package nabla.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A row of a resource: {@code program => expected}; ⏎ (with the spaces around it) is a new line. */
record Row(String program, String expected) {

    static Stream<Row> rows(String resource) {
        try (InputStream in = Row.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Row::of).toList().stream();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static Row of(String line) {
        int arrow = line.lastIndexOf(" => ");
        return new Row(line.substring(0, arrow).replaceAll(" ?⏎ ?", "\n"), line.substring(arrow + 4).replaceAll("⏎", "\n"));
    }

    @Override
    public String toString() {
        return program.replace("\n", " ⏎ ");
    }
}
