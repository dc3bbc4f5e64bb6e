package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command: exit codes, usage, where things are written. */
class GradeCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("p.grad"), "z = x*y + x\nx = 1\ny = 2\nquestion \"1\" dz/dx points 2\n");
        Files.writeString(folder.resolve("empty.grad"), "z = x\nx = 1\n");
        Files.createDirectories(folder.resolve("in"));
        Files.createDirectories(folder.resolve("none"));
        Files.writeString(folder.resolve("in/ada.grad"), "dz/dx = y + 1\n");
        Files.writeString(folder.resolve("bob.grad"), "dz/dx = y\n");
        Files.writeString(folder.resolve("broken.grad"), "dz/dx = (y\n");
        Files.writeString(folder.resolve("thief.grad"), "dz/dx = csv(\"p.grad\")\n");
        Files.writeString(folder.resolve("nan.grad"), "dz/dx = y + 1\nx = 5\n");
    }

    private Invocation grade(String line) {
        List<String> words = new ArrayList<>(List.of("grade"));
        Arrays.stream(line.split(" ")).map(word -> word.matches("[a-z]+\\.grad|in|none|out") ? folder.resolve(word).toString() : word)
                .forEach(words::add);
        return Invocation.of(words.toArray(String[]::new));
    }

    @Test
    void coloursOnlyWhereWanted() throws IOException {
        String problem = folder.resolve("p.grad").toString();
        String bob = folder.resolve("bob.grad").toString();
        String ada = folder.resolve("in").toString();
        Shell shell = new Shell();
        shell.colored(true);
        assertEquals(1, shell.run("grade", "-v", problem, ada, bob));
        assertTrue(shell.out().contains("\u001b[32mright\u001b[0m") && shell.out().contains("\u001b[1;31mwrong\u001b[0m: "), shell.out());
        shell.run("grade", "--no-color", "-v", problem, ada, bob);
        assertEquals(Invocation.of("grade", "-v", problem, ada, bob).out(), shell.out());
        Path marks = folder.resolve("marks.txt");
        shell.run("grade", "--feedback", folder.resolve("out").toString(), "-o", marks.toString(), problem, ada, bob);
        assertEquals(-1, Files.readString(marks).indexOf('\u001b'));
        assertEquals(-1, Files.readString(folder.resolve("out/002-bob.txt")).indexOf('\u001b'));
    }

    @ParameterizedTest
    @CsvSource({"p.grad in, 0", "p.grad bob.grad, 1", "p.grad broken.grad, 2", "p.grad thief.grad, 3", "p.grad nan.grad, 3", "p.grad in bob.grad, 1",
        "p.grad thief.grad bob.grad, 3", "p.grad missing.grad, 2", "--lint p.grad, 4", "empty.grad in, 2", "missing.grad in, 2"})
    void exitCodes(String line, int exit) {
        Invocation run = grade(line);
        assertEquals(exit, run.exit(), run::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "p.grad | nothing to mark: name submissions",
        "p.grad none | nothing was handed in",
        "--lint p.grad in | --lint looks at the problem alone",
        "-j 0 p.grad in | -j wants a number of threads",
        "--tolerance 5 p.grad in | --tolerance wants a number between 0 and 1",
        "--sample -1 p.grad in | --sample wants a number of entries",
        "--time-limit 0 p.grad in | --time-limit wants a number of seconds",
        "--format gradescope p.grad in bob.grad | Gradescope marks one submission at a time, and these are 2",
        "-o bob.grad p.grad bob.grad | -o would overwrite bob.grad",
        "-o p.grad p.grad bob.grad | -o would overwrite the problem",
        "--feedback in p.grad in | --feedback wants another folder",
        "empty.grad bob.grad | the problem has no question"})
    void whatCannotBeDoneIsSaid(String line, String message) {
        Invocation run = grade(line);
        assertEquals(2, run.exit());
        assertTrue(run.err().contains(message), run::toString);
    }

    @ParameterizedTest
    @CsvSource({"1e-6, 1", "1e-2, 0"})
    void theToleranceIsThatOfRulesHandedIn(String tolerance, int exit) throws IOException {
        Files.writeString(folder.resolve("p.grad"), "op Cube(x in R(n)) {\n  forward y = x^3\n}\nf = sum(Cube([1; 2]))\nquestion \"1\" op Cube\n");
        Files.writeString(folder.resolve("bob.grad"), "op Cube(x in R(n)) {\n  forward y = x^3\n  backward dx = 3.0003*x^2*dy\n}\n");
        Invocation run = grade("--tolerance " + tolerance + " p.grad bob.grad");
        assertEquals(exit, run.exit(), run::toString);
    }

    @Test
    void aTimeLimitEndsOneSubmissionAndNotTheOthers() throws IOException {
        String product = "@ a ".repeat(60);
        Files.writeString(folder.resolve("in/slow.grad"), "a = normal(1500, 1500)\ndz/dx = sum(a " + product + ")\n");
        Invocation run = grade("--time-limit 3 p.grad in");
        assertEquals(3, run.exit(), run::toString);
        assertTrue(run.out().contains("refused, it takes more than 3 seconds") && run.out().contains("ada "), run::out);
    }

    @Test
    void theHelpBeginsWithExamples() {
        Invocation run = Invocation.of("grade", "--help");
        assertTrue(run.out().startsWith("Examples:\n  nabla grade homework.grad ada.grad"), run::out);
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 90), run::out);
    }
}
