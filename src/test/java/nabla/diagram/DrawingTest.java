package nabla.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static Box leaf(String name) {
        return new Box(List.of(name), "1", "2", List.of());
    }

    private static Box node(String name, Integer... arguments) {
        return new Box(List.of(name, "of " + arguments.length), "3", "4", List.of(arguments));
    }

    @Test
    void drawsALineFromEachBoxToThoseThatUseIt() {
        List<Box> boxes = List.of(leaf("x"), leaf("y"), node("v1", 0, 1), node("z", 2, 0));
        assertEquals("""
                  1
                ┌───┐                    3
                │ x ├─┬───────────┐  ┌──────┐
                └───┘ │      3    └─►│ z    │
                  2   │  ┌──────┐ ┌─►│ of 2 │
                  1   └─►│ v1   ├─┘  └──────┘
                ┌───┐ ┌─►│ of 2 │        4
                │ y ├─┘  └──────┘
                └───┘        4
                  2
                """, String.join("\n", new Drawing(boxes).lines(false)) + "\n");
    }

    /** Any graph: each node takes lines from some of the nodes before it. */
    private static List<Box> random(long seed, int size) {
        Random random = new Random(seed);
        List<Box> boxes = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            List<Integer> arguments = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0 && k > 0; i--) {
                arguments.add(Math.max(0, k - 1 - random.nextInt(6)));
            }
            boxes.add(new Box(arguments.isEmpty() ? List.of("b" + k) : List.of("b" + k, "rule"), "up" + k, "down" + k, arguments));
        }
        return boxes;
    }

    @Property(tries = 300)
    void everyTextStandsInTheDrawing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 24) int size) {
        List<Box> boxes = random(seed, size);
        Drawing drawing = new Drawing(boxes);
        List<String> lines = drawing.lines(false);
        String all = String.join("\n", lines) + "\n";
        for (int k = 0; k < size; k++) {
            int number = k;
            assertTrue(all.contains("│ b" + k + " "), () -> "b" + number + " is not in\n" + all);
            assertTrue(all.matches("(?s).*\\bup" + k + "\\b.*") && all.matches("(?s).*\\bdown" + k + "\\b.*"), () -> number + " in\n" + all);
        }
        long arrows = boxes.stream().mapToLong(box -> box.arguments().stream().distinct().count()).sum();
        assertEquals(arrows, all.chars().filter(c -> c == '►').count(), all);
        assertTrue(lines.stream().allMatch(line -> line.length() <= drawing.width()), all);
    }

    private static Set<String> edges(List<Box> boxes) {
        Set<String> edges = new TreeSet<>();
        boxes.forEach(box -> box.arguments().forEach(argument -> edges.add(boxes.get(argument).label().get(0) + " -> " + box.label().get(0))));
        return edges;
    }

    @Property(tries = 300)
    void theGraphCanBeReadBackFromItsDrawing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 24) int size) {
        List<Box> boxes = random(seed, size);
        List<String> lines = new Drawing(boxes).lines(false);
        assertEquals(edges(boxes), ReadBack.edges(lines), () -> String.join("\n", lines));
    }

    @Property(tries = 100)
    void theGraphCanBeReadBackFromBands(@ForAll long seed, @ForAll @IntRange(min = 1, max = 24) int size) {
        List<Box> boxes = random(seed, size);
        List<Drawing> bands = Bands.of(boxes, 60);
        Set<String> read = new TreeSet<>();
        bands.forEach(band -> read.addAll(ReadBack.edges(band.lines(false))));
        assertTrue(bands.isEmpty() || edges(boxes).equals(read), () -> edges(boxes) + "\n" + read);
    }

    /** Two lines that end where each other begin. */
    @Test
    void linesThatChangePlacesStayApart() {
        Vertex a = new Vertex(leaf("a"), 0);
        Vertex b = new Vertex(leaf("b"), 0);
        Vertex c = new Vertex(node("c", 1), 1);
        Vertex d = new Vertex(node("d", 0), 1);
        a.join(d);
        b.join(c);
        b.row = 7;
        d.row = 7;
        Channel channel = new Channel(List.of(a, b));
        List<Net> twice = channel.nets(a).size() == 2 ? channel.nets(a) : channel.nets(b);
        Net other = (channel.nets(a).size() == 2 ? channel.nets(b) : channel.nets(a)).get(0);
        assertEquals(2, twice.size());
        assertTrue(channel.track(twice.get(0)) < channel.track(other) && channel.track(other) < channel.track(twice.get(1)));
    }

    @Test
    void aLongChainIsDrawnInBands() {
        List<Box> boxes = new ArrayList<>(List.of(leaf("x")));
        for (int k = 1; k < 20; k++) {
            boxes.add(node("v" + k, k - 1));
        }
        List<Drawing> bands = Bands.of(boxes, 40);
        assertTrue(bands.size() > 3, () -> "" + bands.size());
        String all = bands.stream().flatMap(band -> band.lines(false).stream()).collect(Collectors.joining("\n"));
        boxes.forEach(box -> assertTrue(all.contains("│ " + box.label().get(0) + " "), all));
    }

    @Property(tries = 100)
    void bandsHoldEveryBoxAndFit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 24) int size) {
        List<Box> boxes = random(seed, size);
        List<Drawing> bands = Bands.of(boxes, 40);
        StringBuilder all = new StringBuilder();
        for (Drawing band : bands) {
            assertTrue(band.width() <= 40);
            band.lines(false).forEach(line -> all.append(line).append('\n'));
        }
        for (int k = 0; k < size; k++) {
            assertTrue(bands.isEmpty() || all.toString().matches("(?s).*\\bup" + k + "\\b.*"), all::toString);
        }
    }
}
