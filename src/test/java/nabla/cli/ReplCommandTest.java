package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions read from a pipe. */
class ReplCommandTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"z = x*y; x = 2; y = 3 | 0", "z = x*y; x = 2; y = 3;; dz/dx = 3 | 0", "z = x^2;; dz/dx = x | 1",
        "z = x^2;; dz/dx = 3 | 4", "z = | 2", "foo | 2", "z = x^2;; dz/dx = x;; z = | 2", ":foo | 2", ":undo | 2", ":quit;; z = | 0", "'' | 0",
        "# nothing | 0", "a = [1,;; 2];; a | 0", "mlp {;; input X | 2", "L = sum(2X);; X in R(2, 2);; :check | 0", ":check | 2",
        "op f(x) {;; forward y = 2x;; backward dx = dy;; };; L = f(x); x = 1;; :check | 1"})
    void theExitCodeIsThatOfTheWorstLine(String lines, int exit) {
        assertEquals(exit, Invocation.with(lines.replace(";; ", "\n") + "\n", "repl").exit());
    }

    @Test
    void answersAndErrorsAreApartAndThereIsNoPrompt() {
        Invocation session = Invocation.with("z = x*y + x\nx = 1; y = 2\n\ndz/dx\nw = (1 +\n2\n)\nfoo(\n:vars\n", "repl");
        assertEquals("z: x and y have no value yet\nz = x*y + x = 3\ndz/dx = y + 1 = 3\nw = 3\nx = 1\ny = 2\nw = 3\nz = x*y + x = 3\n", session.out());
        assertEquals("standard input:8:4: error: \"(\" is never closed\n", session.err().lines().findFirst().orElse("") + "\n");
        assertFalse(session.out().contains("\u001b"));
    }

    @Test
    void goesOnFromAFileAndSavesWhatCheckReads(@TempDir Path folder) throws IOException {
        Path given = Files.writeString(folder.resolve("given.grad"), "z = x*y + x\nx = 1\ny = 2\ndz/dx = y + 1\n");
        Path saved = folder.resolve("saved.grad");
        Invocation session = Invocation.with("y = 3\n:save " + saved + "\n:save " + given + "\n:save " + saved + "\n", "repl", given.toString());
        assertTrue(session.out().contains("z = x*y + x = 4\n"), session.out());
        assertEquals("z = x*y + x\nx = 1\ny = 3\ndz/dx = y + 1\n", Files.readString(saved));
        assertTrue(Files.readString(given).contains("y = 2"), "a file that was left is not overwritten");
        assertEquals(2, session.exit());
        assertEquals(0, Invocation.of("check", saved.toString()).exit());
    }

    @Test
    void withoutATerminalACommandIsNeeded() {
        Invocation nothing = Invocation.with("z = 1\n");
        assertEquals(2, nothing.exit());
        assertTrue(nothing.err().contains("a command is missing"), nothing.err());
    }
}
