package nabla.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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

    /** A problem of which the zip left out a table gave every learner 0. */
    @Test
    void theZipHoldsTheTablesThatTheProblemReads(@TempDir Path folder) throws IOException, InterruptedException {
        Path problem = Files.createDirectories(folder.resolve("week 3")).resolve("regression.grad");
        Files.writeString(problem, "X = csv(\"data/x.csv\")\nconst y = csv( \"y 2.csv\", rows=0:2 )\nw = [0.5; -1]\nL = sum((X @ w - y)^2)\n"
                + "question \"1\" dw points 2\n");
        Files.writeString(Files.createDirectories(problem.resolveSibling("data")).resolve("x.csv"), "1,2\n3,5\n");
        Files.writeString(problem.resolveSibling("y 2.csv"), "1\n-2\n7\n");
        Files.writeString(folder.resolve("some.jar"), "a jar");
        assertEquals(0, make(folder, problem), () -> log(folder));
        Path source = folder.resolve("source");
        try (ZipFile zip = new ZipFile(folder.resolve("autograder.zip").toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.isDirectory()) {
                    continue;
                }
                Path file = source.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip.getInputStream(entry), file);
            }
        }
        Files.createDirectories(folder.resolve("submission"));
        Files.writeString(folder.resolve("submission/answers.txt"), "dw = 2*X.T @ (X @ w - y)\n");
        String results = run(folder, javaCommand());
        assertTrue(results.contains("\"score\" : 2"), results);

        Files.delete(problem.resolveSibling("y 2.csv"));
        assertEquals(1, make(folder, problem));
        assertTrue(log(folder).contains("reads y 2.csv"), log(folder));
        Files.writeString(problem, "X = csv(\"../x.csv\")\nz = sum(X)\nquestion \"1\" dX\n");
        assertEquals(1, make(folder, problem));
        assertTrue(log(folder).contains("outside the folder"), log(folder));
    }

    private static int make(Path folder, Path problem) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", HOMEWORK.resolve("gradescope/make-autograder.sh").toAbsolutePath().toString(),
                problem.toString());
        builder.directory(folder.toFile());
        builder.environment().put("NABLA_JAR", folder.resolve("some.jar").toString());
        builder.environment().merge("PATH", Path.of(System.getProperty("java.home"), "bin").toString(), (old, bin) -> bin + File.pathSeparator + old);
        Process process = builder.redirectErrorStream(true).redirectOutput(new File(folder.toFile(), "made")).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return process.exitValue();
    }

    private static String log(Path folder) {
        try {
            return Files.readString(folder.resolve("made"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
