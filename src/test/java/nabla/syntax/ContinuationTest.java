package nabla.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import nabla.limit.Stop;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is typed line by line is over where the whole of it is, and each line is looked at once. */
class ContinuationTest {

    private static final List<String> LINES = List.of("x = [1, 2", "3, 4]", "(", ")", "op f(x) {", "forward y = x", "}", "y = 3", "mlp {", "z = (1 +",
            "sin(", "x)", "", "# (", "dz/dx = 3", "\"(\"", "w = $[", "a.b(", "[[1, 2],", "[3, 4]]", "x = 1; y = (", "f(x,", "x = 3)", "{", "}}", "[1;", "2]");

    @Test
    void isOverWhereTheWholeTextIs() {
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 3_000; k++) {
            Continuation continuation = new Continuation();
            StringBuilder text = new StringBuilder();
            for (int line = 0; line < 5; line++) {
                String next = LINES.get(random.nextInt(LINES.size()));
                text.append(line == 0 ? "" : "\n").append(next);
                boolean open = Reader.pieces(new SourceText("", text.toString())).open();
                assertEquals(open, continuation.add(next), text::toString);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1, 2;", "[1, 2],", "x,", "forward y = 1", "sin("})
    void eachLineIsLookedAtOnce(String line) {
        String first = line.startsWith("forward") ? "op f(x) {" : line.equals("x,") ? "f(" : "[";
        assertTrue(looks(first, line, 2_000) < 2.2 * looks(first, line, 1_000));
    }

    private static long looks(String first, String line, int lines) {
        return Stop.looks(() -> {
            Continuation continuation = new Continuation();
            continuation.add(first);
            for (int k = 0; k < lines; k++) {
                continuation.add(line);
            }
        });
    }

    @Test
    void whatIsTooDeepIsOver() {
        Continuation continuation = new Continuation();
        for (int k = 0; k < Limits.BRACKETS; k++) {
            assertTrue(continuation.add("("));
        }
        assertEquals(false, continuation.add("("));
    }
}
