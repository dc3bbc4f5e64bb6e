package nabla.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

/** Texts that no person writes: one clear message each, no exception, no endless work. */
class HostileTest {

    private static Script read(String text) {
        return TreeTest.READER.read(new SourceText("test", text));
    }

    private static String onlyMessage(String text) {
        Script script = read(text);
        assertEquals(1, script.diagnostics().size(), script.diagnostics()::toString);
        return script.diagnostics().get(0).message();
    }

    @Test
    void refusesDeepBracketsOnce() {
        assertEquals("refused: more than 200 levels of brackets", onlyMessage("x = " + "(".repeat(100_000) + "1" + ")".repeat(100_000)));
        assertEquals("refused: more than 200 levels of brackets", onlyMessage("x = " + "(".repeat(100_000)));
        assertEquals("refused: more than 200 levels of brackets", onlyMessage("x = " + "[(\n".repeat(50_000)));
        assertEquals("refused: more than 200 levels of brackets", onlyMessage("x = " + "sin(".repeat(201) + "1" + ")".repeat(201)));
    }

    @Test
    void readsWhatIsJustDeepEnough() throws InterruptedException {
        String text = "x = " + "(-".repeat(200) + "1" + ")".repeat(200) + "\ny = 1" + " + 1*2 @ -3".repeat(100_000);
        Thread small = new Thread(null, () -> assertEquals(2, read(text).statements().size()), "small", 1 << 20);
        Throwable[] failure = new Throwable[1];
        small.setUncaughtExceptionHandler((thread, error) -> failure[0] = error);
        small.start();
        small.join();
        assertEquals(null, failure[0]);
    }

    @Test
    void refusesLongChains() {
        assertTrue(onlyMessage("x = " + "-".repeat(10_000) + "1").startsWith("refused: more than 1000 operations"));
        assertTrue(onlyMessage("x = y" + "'".repeat(10_000)).startsWith("refused: more than 1000 operations"));
        assertTrue(onlyMessage("x = 2" + "^2".repeat(10_000)).startsWith("refused: more than 1000 operations"));
        assertTrue(onlyMessage("x = 2" + "²".repeat(10_000)).startsWith("this number is beyond"));
        assertTrue(onlyMessage("x = " + "√".repeat(10_000) + "2").startsWith("refused: more than 1000 operations"));
        assertTrue(onlyMessage("x = f(" + "1, ".repeat(500_000) + "1)").startsWith("refused: more than 1000000 words"));
    }

    @Test
    void refusesLongNames() {
        assertTrue(onlyMessage("x" + "y".repeat(1_000) + " = 1").startsWith("refused: a name of more than 1000 letters"));
        assertEquals(List.of(), read("x" + "y".repeat(999) + " = 1").diagnostics());
    }

    @Test
    void readsALargeMatrixOnOneLine() {
        String row = IntStream.range(0, 1_000).mapToObj(i -> (i % 3 == 0 ? "-" : "") + i + ".5").collect(Collectors.joining(", "));
        Script script = read("W = [" + (row + "; ").repeat(200) + row + "]");
        Expression.Brackets literal = (Expression.Brackets) ((Statement.Equation) script.statements().get(0)).right();
        assertEquals(201, literal.rows().size());
        assertEquals("-3.5", Printer.print(literal.rows().get(200).get(3)));
    }

    @Test
    void largeLiteralsAreReadLikeSmallOnes() {
        String rows = "[1, -2, 3], ".repeat(400) + "[4, 5, 6]";
        Expression.Brackets large = (Expression.Brackets) ((Statement.Equation) read("W = [" + rows + "]").statements().get(0)).right();
        Expression.Brackets small = (Expression.Brackets) ((Statement.Equation) read("W = [[4, 5, 6], [1, -2, 3]]").statements().get(0)).right();
        assertEquals(Printer.print(small.rows().get(0).get(0)), Printer.print(large.rows().get(0).get(400)));
        assertEquals(1, large.rows().size());
        assertEquals("comma missing before \"-1\"", onlyMessage("W = [" + "1, ".repeat(2_000) + "0 -1]"));
    }

    @Test
    void binaryJunkGetsAMessage() {
        assertTrue(onlyMessage("\0\1\2\u202e\uffff x = 3 ((((").startsWith("a control character, U+0000"));
        assertEquals(1, read("\0".repeat(1_000_000)).diagnostics().size());
        assertEquals(1, read("x = " + "$".repeat(1_000_000)).diagnostics().size());
        assertEquals(1, read("x = \ud800").diagnostics().size());
    }

    @Test
    void emptyTexts() {
        for (String text : new String[] {"", "\n", "# only a comment", ";;;;\n;", "\ufeff", "\r\r\n", ";".repeat(100_000)}) {
            assertEquals(new Script(new SourceText("test", text), List.of(), List.of()), read(text));
        }
    }

    @Property(tries = 500)
    void neverThrows(@ForAll @Chars({'x', 'd', 'T', '1', '.', '(', ')', '[', ']', '{', '}', ',', ';', ':', '=', '/', '*', '-', '^', '\'', '"', ' ', '\n',
        '∂', '²', 'i', 'n', '<', '√', '#'}) String text) {
        Script script = read(text);
        for (Diagnostic diagnostic : script.diagnostics()) {
            assertTrue(diagnostic.span().start() <= diagnostic.span().end() && diagnostic.span().end() <= text.length(), diagnostic::toString);
        }
    }

    @Property(tries = 200)
    void neverThrowsOnAnyText(@ForAll String text) {
        read(text);
    }

    @Property(tries = 1_000)
    void neverThrowsOnWords(@ForAll("words") List<String> words) {
        read(String.join(" ", words));
        read(String.join("", words));
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<List<String>> words() {
        return net.jqwik.api.Arbitraries.of("x", "y", "dx", "dy", "d", "T", "'", "2", "1.5", "sin", "(", ")", "[", "]", "{", "}", ",", ";", ":", "=",
                "==", "+", "-", "*", "/", "@", "^", "²", "∂", "√", "in", "R", "from", "to", "within", "const", "output", "seed", "op", "f", "forward",
                "backward", "mlp", "train", "question", "credit", "\"a\"", "\n", "<", ".T", ".x", "grad", "dense", "loss", "·").list().ofMaxSize(16);
    }
}
