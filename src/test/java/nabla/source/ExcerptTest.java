package nabla.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Diagnostics as they are shown. */
class ExcerptTest {

    private static String draw(String text, String place, String hint) {
        SourceText source = new SourceText("practice.grad", text);
        int start = text.indexOf(place);
        int lineStart = source.lineStart(start);
        int line = (int) text.substring(0, lineStart).lines().count() + 1;
        Span span = new Span(line, start - lineStart + 1, start, start + place.length());
        return draw(source, Diagnostic.error(span, "unknown name", hint));
    }

    private static String draw(SourceText source, Diagnostic diagnostic) {
        return String.join("\n", Excerpt.lines(source, diagnostic)) + '\n';
    }

    @Test
    void drawsLineCaretAndHint() {
        assertEquals("""
                practice.grad:3:7: error: unknown name
                  3 | z = x*zz + 1
                    |       ^^
                    = did you mean "z"?
                """, draw("x = 1\ny = 2\nz = x*zz + 1\n", "zz", "did you mean \"z\"?"));
    }

    @Test
    void leavesOutWhatIsMissing() {
        SourceText source = new SourceText("a.grad", "");
        assertEquals("a.grad: warning: nothing to check\n", draw(source, Diagnostic.warning(null, "nothing to check", null)));
        assertEquals("a.grad: note: seed 0\n  = write seed 1\n", draw(source, Diagnostic.note(null, "seed 0", "write seed 1")));
    }

    @Test
    void drawsTabsAsSpacesAndCountsWideCharacters() {
        assertEquals("""
                practice.grad:1:6: error: unknown name
                  1 |     z = zz
                    |         ^^
                """, draw("\tz = zz", "zz", null));
        assertTrue(draw("值 = zz", "zz", null).contains("\n    |      ^^\n"));
        assertTrue(draw("x\u0302 = zz", "zz", null).contains("\n    |     ^^\n"));
    }

    @Test
    void escapesWhatWouldDisturbTheTerminal() {
        String drawing = draw("x\u202e\u001b[2J = zz", "zz", "\u0007");
        assertTrue(drawing.contains("  1 | x\\u202e\\u001b[2J = zz\n"));
        assertTrue(drawing.contains("    |                    ^^\n"), drawing);
        assertTrue(drawing.contains("= \\u0007\n"));
        assertEquals("\\udb40\\udc01", Display.visible(Character.toString(0xE0001)));
    }

    @Test
    void cutsLongLinesAroundTheCaret() {
        String drawing = draw("x = " + "1 + ".repeat(1_000) + "zz" + " + 1".repeat(1_000), "zz", null);
        String[] lines = drawing.split("\n");
        assertTrue(lines[1].startsWith("  1 | …") && lines[1].endsWith("…") && lines[1].length() < 115, drawing);
        assertEquals(lines[1].indexOf("zz"), lines[2].indexOf("^^"));
    }

    @Test
    void underlinesTheFirstLineOfALongSpan() {
        assertTrue(draw("x = (1,\n2)", "(1,\n2)", null).contains("    |     ^^^\n"));
    }

    @Test
    void placesTheCaretAfterTheEnd() {
        SourceText source = new SourceText("a", "x =");
        assertTrue(draw(source, Diagnostic.error(new Span(1, 4, 3, 3), "m", null)).endsWith("  1 | x =\n    |    ^\n"));
    }

    @Test
    void findsLinesWithAnyLineEnd() {
        SourceText source = new SourceText("a", "a\nbc\r\nd\re");
        assertEquals("bc", source.lineAt(3));
        assertEquals("bc", source.lineAt(4));
        assertEquals("d", source.lineAt(6));
        assertEquals("e", source.lineAt(8));
        assertEquals("e", source.lineAt(9));
    }

    @Property(tries = 500)
    void drawsAnything(@ForAll String text, @ForAll int a, @ForAll int b) {
        int start = Math.floorMod(a, text.length() + 1);
        int end = start + Math.floorMod(b, text.length() + 1 - start);
        Diagnostic diagnostic = Diagnostic.error(new Span(1, start - new SourceText("", text).lineStart(start) + 1, start, end), text, text);
        String drawing = String.join("\n", Excerpt.lines(new SourceText(text, text), diagnostic, 10_000_000)) + "\n";
        assertEquals(4, drawing.chars().filter(c -> c == '\n').count());
        assertFalse(drawing.chars().anyMatch(c -> c < 32 && c != '\n'));
    }
}
