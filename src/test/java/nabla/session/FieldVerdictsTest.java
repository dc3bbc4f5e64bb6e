package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nabla.report.Report;
import nabla.source.SourceText;
import nabla.verdict.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Programs after reports to other tools: kinks, ties, holes, saturation, overflow, and what is easily got wrong. What is right of a line stands
 * behind {@code #!}: {@code right|unresolved} means that either will do. A line that stays open although it could be decided is listed in
 * {@code verdicts/open.txt} with the reason; one that is accepted or refused against its mark never is.
 */
class FieldVerdictsTest {

    private static final String FOLDER = "/nabla/session/verdicts";
    /** Of all lines that can be decided, so many may stay open. */
    private static final double OPEN = 0.03;
    private static final List<Line> LINES = new ArrayList<>();

    /** A marked line and what became of it. */
    private record Line(String file, int number, String text, List<String> marks, String found) {

        String place() {
            return file + ":" + number;
        }

        boolean isFine() {
            return marks.contains(found);
        }

        boolean isOpen() {
            return found.equals("unresolved") || found.equals("error");
        }

        @Override
        public String toString() {
            return place() + " " + text + " is " + found;
        }
    }

    @BeforeAll
    static void check() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(Path.of(FieldVerdictsTest.class.getResource(FOLDER).toURI()))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".grad")).sorted().toList()) {
                LINES.addAll(lines(file.getFileName().toString(), Files.readString(file)));
            }
        }
    }

    private static List<Line> lines(String file, String text) {
        Report report = new Session(Settings.DEFAULT).check(new SourceText(file, text));
        Map<Integer, String> found = new TreeMap<>();
        report.claims().forEach(claim -> found.put(claim.line(), claim.judgement().name().toLowerCase(java.util.Locale.ROOT)));
        report.rules().forEach(rule -> found.put(rule.line(), word(rule.verdict())));
        List<Line> lines = new ArrayList<>();
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            String[] parts = all.get(i).split("#!");
            if (parts.length == 2) {
                lines.add(new Line(file, i + 1, parts[0].strip(), List.of(parts[1].strip().split("\\|")), found.getOrDefault(i + 1, "error")));
            }
        }
        assertTrue(!lines.isEmpty(), file);
        return lines;
    }

    private static String word(Verdict verdict) {
        boolean right = verdict instanceof Verdict.Agreement || verdict instanceof Verdict.Kink;
        return right ? "right" : verdict instanceof Verdict.Disagreement ? "wrong" : "unresolved";
    }

    @Test
    void noWrongLineIsAccepted() {
        none(LINES.stream().filter(line -> line.found.equals("right") && !line.isFine()).toList());
    }

    @Test
    void noRightLineIsRefused() {
        none(LINES.stream().filter(line -> line.found.equals("wrong") && !line.isFine()).toList());
    }

    /** Open ones are known, with the reason; and one that is decided by now is no longer listed. */
    @Test
    void fewStayOpen() throws IOException {
        List<Line> open = LINES.stream().filter(line -> !line.isFine() && line.isOpen()).toList();
        assertEquals(List.copyOf(known().keySet()), open.stream().map(Line::place).sorted().toList(), () -> list(open));
        assertTrue(open.size() <= OPEN * LINES.size(), () -> open.size() + " of " + LINES.size());
    }

    /** The places of {@code open.txt}, each with its reason. */
    private static Map<String, String> known() throws IOException {
        try (InputStream in = FieldVerdictsTest.class.getResourceAsStream(FOLDER + "/open.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 2)).collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, b) -> a, TreeMap::new));
        }
    }

    private static void none(List<Line> lines) {
        assertEquals(List.of(), lines, () -> list(lines));
    }

    private static String list(List<Line> lines) {
        return lines.size() + ":\n" + lines.stream().map(Line::toString).collect(Collectors.joining("\n"));
    }
}
