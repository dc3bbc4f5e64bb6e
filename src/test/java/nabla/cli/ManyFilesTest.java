package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many files in one run, with the real engine. */
class ManyFilesTest {

    private static final List<String> TEXTS = List.of("z = x*y + x\nx = 1\ny = 2\n", "z = x^2\nx = 3\ndz/dx = x\n", "z = relu(x)\nx = 0\n", "z = (\n",
            "z = sum(A @ b)\nA in R(3, 4)\nb in R(4)\ndz/db = A.T @ ones(3)\n", "x = 1\nz = log(x - 2)\n");

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        for (int k = 0; k < 40; k++) {
            Files.writeString(folder.resolve("f" + k + ".grad"), "# " + k + "\n" + TEXTS.get(k % TEXTS.size()));
        }
    }

    private Invocation check(String... options) {
        return Invocation.of(Stream.concat(Stream.of("check", folder.toString()), Stream.of(options)).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv", "md"})
    void theNumberOfThreadsChangesNothing(String format) {
        Invocation one = check("-j", "1", "--format", format);
        assertEquals(2, one.exit());
        assertEquals(one, check("-j", "3", "--format", format));
    }

    @Test
    void junitDiffersInTimesOnly() {
        String times = " time(stamp)?=\"[^\"]*\"";
        assertEquals(check("-j", "1", "--format", "junit").out().replaceAll(times, ""),
                check("-j", "2", "--format", "junit").out().replaceAll(times, ""));
    }

    @Test
    void shardsTogetherAreTheWhole() {
        List<String> whole = rows(check("--format", "csv"));
        List<String> parts = IntStream.rangeClosed(1, 3).mapToObj(k -> check("--format", "csv", "--shard", k + "/3")).flatMap(part -> rows(part).stream())
                .sorted().toList();
        assertEquals(whole.stream().sorted().toList(), parts);
    }

    private static List<String> rows(Invocation run) {
        return run.out().lines().skip(1).toList();
    }

    @Test
    void anEmptyShardIsNoFailure() {
        Invocation run = check("--shard", "41/41");
        assertEquals(0, run.exit());
        assertTrue(run.err().contains("nothing in this shard"), run.err());
    }

    @Test
    void aFileThatTakesTooLongIsRefusedAndTheOthersGoOn() throws IOException {
        Files.writeString(folder.resolve("slow.grad"), "A in R(1500, 1500)\nL = sum(A @ A @ A @ A)\n");
        Invocation run = check("--time-limit", "1.5", "-j", "2");
        assertTrue(run.out().contains("slow.grad   not done within 1.5 s (--time-limit)"), run.out());
        assertTrue(run.out().contains("41 files: ") && run.out().contains("1 refused"), run.out());
    }
}
