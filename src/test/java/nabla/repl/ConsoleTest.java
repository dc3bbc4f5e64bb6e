package nabla.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A session as it is typed: keys go in one by one, and what the screen shows is looked at. */
class ConsoleTest {

    private static final String CTRL_A = "\u0001";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String BACKSPACE = "\u007f";
    private static final String UP = "\u001bOA";
    private static final String ENTER = "\r";

    @TempDir
    private Path state;

    /** Where to type. */
    private interface Place {
        Typist at(Path state) throws IOException;
    }

    static Stream<Place> places() {
        return Typist.canRun() ? Stream.of(Typist::here, Typist::process, Typist::launched) : Stream.of(Typist::here);
    }

    @ParameterizedTest
    @MethodSource("places")
    void linesAreEditedCompletedDroppedAndRemembered(Place place) throws Exception {
        try (Typist typist = place.at(state)) {
            typist.await("nabla> ");
            // editing: a key too many, and the beginning of the line
            typist.type("1 + 3" + BACKSPACE + "2" + ENTER).await("\n3\n").await("nabla> ");
            typist.type(" + 2" + CTRL_A + "40" + ENTER).await("\n42\n").await("nabla> ");
            // a bracket that is open
            typist.type("[1, 2" + ENTER).await("...> ").type(", 3]" + ENTER).await("\n[1, 2, 3]\n").await("nabla> ");
            // a command in place of its end
            typist.type("[1, 2" + ENTER).await("...> ").type(":set" + ENTER).await("never closed").await("digits 10").await("nabla> ");
            // completion of a function, of a name, of a command
            typist.type("sigm\t").await("oid(").type("0)" + ENTER).await("\n0.5\n").await("nabla> ");
            typist.type("velocity = 12" + ENTER).await("nabla> ").type("velo\t").await("city").type(" * 2" + ENTER).await("\n24\n").await("nabla> ");
            typist.type(":va\t").await("rs").type(ENTER).await("\nvelocity = 12\n").await("nabla> ");
            // a line is dropped, not answered
            typist.type("garbage(((").await("garbage(((").type(CTRL_C).await("nabla> ").type("7*6" + ENTER).await("\n42\n").await("nabla> ");
            // the line before
            typist.type(UP + ENTER).await("\n42\n").await("nabla> ");
            typist.type(CTRL_D);
            assertTrue(typist.awaitEnd());
        }
        try (Typist later = place.at(state)) {
            later.await("nabla> ").type(UP).await("7*6").type(ENTER).await("\n42\n").await("nabla> ");
            later.type("x = 2" + ENTER).await("nabla> ").type(":quit" + ENTER);
            assertTrue(later.awaitEnd());
        }
        List<String> kept = Files.readAllLines(state.resolve("nabla").resolve("history"));
        assertTrue(kept.get(0).endsWith(":1 + 2"), kept.toString());
        assertTrue(kept.get(kept.size() - 1).endsWith("::quit"), kept.toString());
        assertEquals(0, kept.stream().filter(line -> line.contains("garbage")).count());
    }

    @ParameterizedTest
    @MethodSource("places")
    void aComputationIsStoppedAndChangesNothing(Place place) throws Exception {
        try (Typist typist = place.at(state)) {
            typist.await("nabla> ").type("a = 5" + ENTER).await("nabla> ");
            typist.type("A = normal(2000, 2000); a = sum(inv(A) @ inv(A.T))" + ENTER).await("\n");
            typist.until(CTRL_C, "stopped").await("nabla> ");
            // The last Ctrl-C may come late and drop what is typed next.
            typist.until("a + 1" + ENTER, "\n6\n").await("nabla> ");
            typist.type(":trace" + ENTER).await("nothing to check").await("nabla> ");
            typist.type("z = a^2" + ENTER).await("\nz = 25\n").type(":trace" + ENTER).await("forward").await("Enter goes on").type(ENTER)
                    .await("f1 = a^2").type("q").await("nabla> ").type("z" + ENTER).await("z = a^2 = 25").await("nabla> ");
            typist.type(CTRL_D);
            assertTrue(typist.awaitEnd());
        }
    }
}
