package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code check} refuses: exit 3 and the limit's name. */
class LimitsTest {

    private static void refused(Invocation run, String limit) {
        assertEquals(3, run.exit(), run.err());
        assertTrue(run.err().contains("error: refused: " + limit), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "y = x^1000001; x = 1 | an exponent over 1e6",
        "A in R(10000, 10000); L = sum(A) | A would be 10000×10000, more than 50 million entries",
        "L = sum(zeros(10000, 10000)) | zeros would be 10000×10000, more than 50 million entries",
        "x in R(6000); y = x @ x.T; z = y + 1; w = z*2; u = w + y; v = u*w; t = v + 1; L = sum(t) | 216 million entries in all, more than 200 million",
    })
    void refusesWhatIsTooLarge(String text, String limit) {
        refused(Invocation.with(text.replace("; ", "\n"), "check", "-"), limit);
    }

    @Test
    void refusesTooManyBrackets() {
        refused(Invocation.with("y = " + "(".repeat(201) + "x" + ")".repeat(201), "check", "-"), "more than 200 levels of brackets");
    }

    @Test
    void refusesAFileLargerThan256MiB(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.grad");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((256L << 20) + 1);
        }
        refused(Invocation.of("check", file.toString()), "a file larger than 256 MiB");
        for (String command : List.of("derive", "train")) {
            Invocation run = Invocation.of(command, file.toString());
            assertEquals(3, run.exit(), run.err());
            assertEquals("nabla: " + file + ": refused: a file larger than 256 MiB\n", run.err());
        }
    }

    @Test
    void aSessionDoesNotLoadWhatHasNoEnd() {
        assumeTrue(Files.isReadable(Path.of("/dev/zero")), "a device without an end is a thing of POSIX");
        Invocation session = Invocation.with(":load /dev/zero\n1 + 1\n", "repl");
        assertTrue(session.err().contains("refused: a file larger than 256 MiB"), session.err());
        assertEquals("2\n", session.out());
        assertEquals(3, session.exit(), session.err());
    }

    @Test
    @Tag("soak")
    void refusesMoreThanFiftyMillionWords() {
        refused(Invocation.with("+".repeat(50_000_001), "check", "-"), "more than 50 million words");
    }

    @Test
    void refusesWhatIsTooLongForOneStatement() {
        refused(Invocation.with("x = 1\ny = x" + " + x".repeat(500_000), "check", "-"), "more than 1000000 words in one statement");
        refused(Invocation.with("x = 1\ny = " + "-".repeat(1_001) + "x", "check", "-"), "more than 1000 operations nested in one statement");
        refused(Invocation.with("x" + "x".repeat(1_000) + " = 1", "check", "-"), "a name of more than 1000 letters");
    }

    @Test
    void refusesALongBlock() {
        String lines = "  forward y = x\n".repeat(10_001);
        refused(Invocation.with("op f(x) {\n" + lines + "  backward dx = dy\n}\nz = f(1)", "check", "-"), "more than 10000 lines in one block");
    }

    @Test
    @Tag("soak")
    void refusesMoreThan50MillionWords() {
        refused(Invocation.with("x = 1\nz = x\n" + ";".repeat(50_000_000), "check", "-"), "more than 50 million words");
    }

    @Test
    void aTreeOfTwoToTheSixtyTermsIsNoLimit() {
        String doublings = IntStream.range(0, 60).mapToObj(k -> "y" + (k + 1) + " = y" + k + " + y" + k).collect(Collectors.joining("\n"));
        Invocation run = Invocation.with("x = 1\ny0 = x\n" + doublings, "check", "--format", "json", "-");
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().lines().allMatch(line -> line.length() < 100_000), run.out());
        assertTrue(run.out().length() < 1_000_000, "" + run.out().length());
    }

    @Test
    void whatTakesTooLongIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("slow.grad"), "A in R(1500, 1500)\nL = sum(A @ A @ A @ A)\n");
        refused(Invocation.of("check", "--time-limit", "0.2", file.toString()), "not done within 0.2 s (--time-limit)");
    }

    /** Nothing is searched for in a way that goes over blanks again and again. */
    @Test
    void aSeaOfBlanksIsReadAtOnce() {
        for (String blank : new String[] {" ", "\n", "\t"}) {
            Invocation run = Invocation.with("y = )\nx" + blank.repeat(100_000) + "y z)\n", "check", "--time-limit", "5", "-");
            assertEquals(2, run.exit(), run.err().lines().findFirst().orElse(""));
        }
    }
}
