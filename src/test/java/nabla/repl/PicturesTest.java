package nabla.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nabla.diagram.Box;
import nabla.diagram.Drawing;
import nabla.diagram.ReadBack;
import nabla.session.Draft;
import nabla.session.Settings;
import nabla.source.Display;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of graphs: what is drawn is the graph, and it fits the terminal. */
class PicturesTest {

    static Stream<Path> examples() {
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            return files.filter(file -> file.toString().endsWith(".grad")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleCanBeReadBackFromItsPicture(Path example) throws IOException {
        canBeReadBack(Files.readString(example), example.getParent());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "L = -(y*log(p) + (1 - y)*log(1 - p))",
        "L = -(p*log(q) + (1 - p)*log(1 - q)) + log(p)*log(q)",
        "a = x*y; b = y*x; c = a*y + b*x; z = c*a - b*c",
        "p = a*b; q = b*c; r = c*a; z = p*q + q*r + r*p + a*q + b*r + c*p",
    })
    void linesThatCrossAreNotMerged(String text) {
        canBeReadBack(text.replace("; ", "\n"), Path.of("."));
    }

    private static void canBeReadBack(String text, Path folder) {
        Pictures pictures = Pictures.of(Draft.of(new SourceText("", text), Settings.DEFAULT, folder).graph(), Preferences.standard(false), true);
        for (int width : new int[] {60, 80, 110}) {
            List<Drawing> drawings = pictures.vertices().isEmpty() ? List.of() : pictures.drawings(width);
            Set<String> read = new TreeSet<>();
            List<String> all = new ArrayList<>();
            for (Drawing drawing : drawings) {
                List<String> lines = drawing.lines(false);
                all.addAll(lines);
                read.addAll(ReadBack.edges(lines));
                assertTrue(lines.stream().allMatch(line -> Display.width(line) <= width), () -> String.join("\n", lines));
            }
            assertTrue(drawings.isEmpty() || read.equals(edges(pictures.boxes(true))), () -> read + "\n" + String.join("\n", all));
        }
    }

    private static Set<String> edges(List<Box> boxes) {
        Set<String> edges = new TreeSet<>();
        boxes.forEach(box -> box.arguments().forEach(argument -> edges.add(boxes.get(argument).label().get(0) + " -> " + box.label().get(0))));
        return edges;
    }

    /** What passes under a line is interrupted there; what is joined to it is not. */
    @Test
    void aCrossingLooksLikeOne() {
        List<String> lines = Transcript.of(List.of("nabla> y = 1; p = 0.7; L = -(y*log(p) + (1 - y)*log(1 - p))", "nabla> :graph")).lines();
        assertEquals(0, lines.stream().filter(line -> line.indexOf('┼') >= 0).count(), () -> String.join("\n", lines));
    }
}
