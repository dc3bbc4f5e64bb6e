package nabla.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayTest {

    @Test
    void wideCharactersTakeTwoColumnsAndCombiningOnesNone() {
        assertEquals(3, Display.width("dσx"));
        assertEquals(4, Display.width("行列"));
        assertEquals(1, Display.width("x\u0302"));
        assertEquals(2, Display.width("\uD83D\uDE00"));
    }

    @Test
    void charactersThatPlayTricksAreEscaped() {
        assertEquals("a\\u001b[31mb", Display.visible("a\u001b[31mb"));
        assertEquals("\\u202eevil", Display.visible("\u202eevil"));
        assertEquals("\\ud800", Display.visible("\ud800"));
        assertEquals("∂σ/∂x′ 行 \uD83D\uDE00", Display.visible("∂σ/∂x′ 行 \uD83D\uDE00"));
    }

    @Test
    void cutsByColumns() {
        assertEquals("行列", Display.cut("行列", 4));
        assertEquals("行…", Display.cut("行列x", 4));
        assertEquals("ab…", Display.cut("abcd", 3));
    }

    @Test
    void theCaretStandsUnderThePlace() {
        SourceText source = new SourceText("f.grad", "x = 1\n\t行 = q + 2\n");
        assertEquals(List.of("f.grad:2:6: error: no node q", "  2 |     行 = q + 2", "    |          ^", "    = did you mean p"),
                Excerpt.lines(source, Diagnostic.error(new Span(2, 6, 11, 12), "no node q", "did you mean p")));
    }

    @Test
    void ofALongLineOnlyTheSurroundingsAreDrawn() {
        String line = "a".repeat(500) + "q" + "b".repeat(500);
        List<String> lines = Excerpt.lines(new SourceText("f", line), Diagnostic.error(new Span(1, 501, 500, 501), "no node q", null));
        assertEquals("q", lines.get(1).substring(lines.get(2).indexOf('^'), lines.get(2).indexOf('^') + 1));
        assertEquals(99, lines.get(1).length());
    }

    @Test
    void aDiagnosticOfTheWholeTextHasNoPlace() {
        assertEquals(List.of("f: error: no such file"), Excerpt.lines(new SourceText("f", ""), Diagnostic.error(null, "no such file", null)));
    }
}
