package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nabla.limit.Stop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that ask for more than there is, or for nothing that exists, with what is said to them: exit code 2 or 3, a place, and what to write
 * instead, before any work is done. {@code -Dexamples.rewrite=true} writes the messages anew; read the difference before keeping it.
 */
class HostileProgramsTest {

    private static final Path FILE = Path.of("src/test/resources/nabla/cli/hostile.txt");
    private static final boolean REWRITE = Boolean.getBoolean("examples.rewrite");
    /** How often an answer may look whether it is still wanted: once a word, mostly. */
    private static final int LOOKS = 1000;
    /** Ten thousand statements are written out, and a hundred thousand calls, before it is known that there are more. */
    private static final int LOOKS_WRITTEN_OUT = 1_000_000;
    private static final long BYTES = 200 << 20;

    private static final List<String> REWRITTEN = new ArrayList<>();

    /** A program, and what is expected to be said to it. */
    private record Case(String title, String program, String said) {

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() throws IOException {
        return Stream.of(Files.readString(FILE).split("(?m)^=== ")).filter(block -> !block.isBlank()).map(block -> {
            int line = block.indexOf('\n');
            int end = block.indexOf("---\n", line);
            return new Case(block.substring(0, line), block.substring(line + 1, end), block.substring(end + "---\n".length()));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAnsweredAtOnceWithAPlaceAndWhatToWriteInstead(Case each) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Invocation[] run = new Invocation[1];
        long before = threads.getCurrentThreadAllocatedBytes();
        long looks = Stop.looks(() -> run[0] = Invocation.with(each.program, "check", "--quiet", "-"));
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        String said = "exit " + run[0].exit() + "\n" + run[0].err();
        if (REWRITE) {
            REWRITTEN.add("=== " + each.title + "\n" + each.program + "---\n" + said);
            return;
        }
        assertEquals(each.said, said);
        assertTrue(run[0].exit() == 2 || run[0].exit() == 3, said);
        assertTrue(said.matches("(?s).*:\\d+:\\d+: error:\\s.*\\n *\\| *\\^+\\n.*"), said);
        assertTrue(said.contains("\n    = "), said);
        assertTrue(looks < (each.title.contains("written out") ? LOOKS_WRITTEN_OUT : LOOKS), looks + " looks");
        assertTrue(bytes < BYTES, bytes + " bytes");
    }

    /** What its gradient is made of is known when it is built. */
    @Test
    void aGradientThatTakesTooMuchIsRefusedToo() {
        Invocation run = Invocation.with("A in R(84, 84)\nL = sum(kron(A, A))\n", "check", "-");
        assertEquals(3, run.exit());
        assertTrue(run.err().contains("refused: on the way to a gradient a product of 84×7056 and 7056×7056"), run.err());
    }

    @AfterAll
    static void keep() throws IOException {
        if (REWRITE) {
            Files.write(FILE, String.join("", REWRITTEN).getBytes(StandardCharsets.UTF_8));
        }
    }
}
