package nabla.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nabla.cli.Invocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example against the report expected of it, which lies beside it. After a change that is meant,
 * {@code mvn test -Dtest=ExamplesTest -Dexamples.rewrite=true} writes them anew; read the difference before keeping it.
 */
class ExamplesTest {

    private static final boolean REWRITE = Boolean.getBoolean("examples.rewrite");

    @ParameterizedTest
    @MethodSource("examples")
    void reportsWhatIsExpected(Path example) throws IOException {
        Path expected = expected(example);
        String report = report(example);
        if (REWRITE) {
            assertNull(System.getenv("CI"), "expected reports are not rewritten where CI is set");
            Files.writeString(expected, report);
        }
        assertTrue(Files.exists(expected), () -> "no expected report: " + expected);
        assertEquals(Files.readString(expected), report);
    }

    @Test
    void everyExpectedReportHasItsExample() throws IOException {
        for (Path expected : files(".expected")) {
            Path example = Path.of(expected.toString().replaceFirst("expected$", "grad"));
            assertTrue(Files.exists(example), () -> "an expected report without an example: " + expected);
        }
    }

    @Test
    void noExampleFindsADefect() throws IOException {
        for (Path expected : files(".expected")) {
            assertFalse(Files.readString(expected).endsWith("--- exit 70\n"), () -> "a defect is expected: " + expected);
        }
    }

    static List<Path> examples() throws IOException {
        return files(".grad");
    }

    private static List<Path> files(String suffix) throws IOException {
        try (Stream<Path> found = Files.walk(Path.of("examples"))) {
            return found.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
        }
    }

    private static Path expected(Path example) {
        return Path.of(example.toString().replaceFirst("grad$", "expected"));
    }

    private static String report(Path example) {
        Invocation run = Invocation.of("check", example.toString());
        String diagnostics = run.err().isEmpty() ? "" : "--- standard error\n" + run.err();
        return run.out() + diagnostics + "--- exit " + run.exit() + "\n";
    }
}
