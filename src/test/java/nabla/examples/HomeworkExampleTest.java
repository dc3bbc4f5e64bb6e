package nabla.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import nabla.cli.ClassPath;
import nabla.cli.Invocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The homework example: the marks that lie beside it, and its autograder. */
class HomeworkExampleTest {

    private static final Path HOMEWORK = Path.of("examples/homework");

    @Test
    void marksAreThoseExpected() throws IOException {
        Invocation run = Invocation.of("grade", "-v", "--time-limit", "60", HOMEWORK.resolve("homework.grad").toString(), HOMEWORK.resolve("handed-in").toString());
        Path expected = HOMEWORK.resolve("marks.txt");
        if (Boolean.getBoolean("examples.rewrite")) {
            assertNull(System.getenv("CI"), "expected reports are not rewritten where CI is set");
            Files.writeString(expected, run.out());
        }
        assertEquals(Files.readString(expected), run.out());
        assertEquals("", run.err());
        assertEquals(2, run.exit());
    }

    /** As Gradescope runs it, with the classes of this build in place of the jar. */
    @Test
    void theAutograderLeavesResults(@TempDir Path autograder) throws IOException, InterruptedException {
        Files.createDirectories(autograder.resolve("source"));
        Files.createDirectories(autograder.resolve("submission"));
        Files.copy(HOMEWORK.resolve("homework.grad"), autograder.resolve("source/homework.grad"));
        Files.copy(HOMEWORK.resolve("handed-in/dan.txt"), autograder.resolve("submission/answers.txt"));
        String results = run(autograder, javaCommand());
        assertTrue(results.contains("\"score\" : 3") && results.contains("\"max_score\" : 3") && results.contains("the sign is flipped"), results);
        assertTrue(run(autograder, "false").contains("\"score\": 0"), "without results there is a document that says so");
    }

    private static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java") + " -cp " + ClassPath.text() + " nabla.cli.Main";
    }

    private static String run(Path autograder, String nabla) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", HOMEWORK.resolve("gradescope/run_autograder").toString());
        builder.environment().put("AUTOGRADER", autograder.toString());
        builder.environment().put("NABLA", nabla);
        Process process = builder.redirectErrorStream(true).redirectOutput(new File(autograder.toFile(), "log")).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return Files.readString(autograder.resolve("results/results.json"));
    }
}
