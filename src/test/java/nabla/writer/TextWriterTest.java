package nabla.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import nabla.report.Report;
import nabla.source.Paragraph;
import nabla.writer.TextStyle.Detail;
import org.junit.jupiter.api.Test;

class TextWriterTest {

    private static String text(Palette palette, Detail detail, boolean many, Report... reports) {
        return Golden.written(out -> new TextWriter(out, new TextStyle(palette, detail, many, Paragraph.WIDTH)), reports);
    }

    private static String text(Report... reports) {
        return text(Palette.PLAIN, Detail.NORMAL, reports.length > 1, reports);
    }

    @Test
    void showsAVerifiedFile() throws IOException {
        Golden.expect("practice.txt", text(Samples.practice()));
    }

    @Test
    void showsEverythingThatCanGoWrong() throws IOException {
        Golden.expect("wrong.txt", text(Samples.wrong()));
    }

    @Test
    void ofManyFilesShowsALineEachThenFailuresInFull() throws IOException {
        Golden.expect("many.txt", text(Samples.practice(), Samples.wrong(), Samples.unreadable(), Samples.refused()));
    }

    @Test
    void tracesBothPasses() throws IOException {
        Golden.expect("trace.txt", Golden.written(out -> new TraceWriter(
                new TextWriter(out, new TextStyle(Palette.PLAIN, Detail.QUIET, false, Paragraph.WIDTH)), Paragraph.WIDTH), Samples.practice()));
    }

    @Test
    void quietLeavesOutWhatIsRight() {
        String text = text(Palette.PLAIN, Detail.QUIET, false, Samples.wrong());
        assertTrue(text.contains("dL/dW is wrong at [1, 7]"), text);
        assertFalse(text.contains("node "), text);
        assertFalse(text.contains("note on A"), text);
    }

    @Test
    void elidesTheMiddleOfAChainButNoFailure() {
        String text = text(Samples.chain(1000));
        assertTrue(text.contains("… 470 nodes …") && text.contains("… 469 nodes …"), text);
        assertTrue(text.lines().anyMatch(line -> line.startsWith("  n500 ")), text);
        assertFalse(text(Palette.PLAIN, Detail.VERBOSE, false, Samples.chain(1000)).contains("…"));
    }

    @Test
    void explainsAWrongGradientInAtMostEightLines() {
        String text = text(Palette.PLAIN, Detail.QUIET, false, Samples.wrong());
        long lines = text.lines().dropWhile(line -> !line.contains("is wrong")).takeWhile(line -> !line.isEmpty()).count();
        assertTrue(lines >= 4 && lines <= 8, text);
    }

    @Test
    void coloursOnlyVerdicts() {
        String plain = text(Samples.wrong());
        String colored = text(Palette.ANSI, Detail.NORMAL, false, Samples.wrong());
        assertTrue(colored.contains("\u001b[1;31mWRONG\u001b[0m"));
        assertEquals(plain, colored.replaceAll("\u001b\\[[0-9;]*m", ""));
        assertFalse(plain.contains("\u001b"));
    }

    @Test
    void hidesNoDirectionMarks() {
        assertTrue(text(Samples.wrong()).contains("wrong\\u202e.grad"));
        assertFalse(text(Samples.wrong()).contains("\u202e"));
    }
}
