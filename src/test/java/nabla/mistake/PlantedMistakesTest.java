package nabla.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nabla.report.Mistake;
import nabla.report.Report;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.Diagnostic.Severity;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import nabla.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake in one line of a backward pass that is right in the examples: that line is found, no other is blamed, and the kind is named. */
class PlantedMistakesTest {

    private static final Path EXAMPLES = Path.of("examples");
    /** Of ten mistakes so many get their name. */
    private static final int NAMED = 8;
    /** Each backward pass is tried with so many. */
    private static final int EACH = 5;

    /**
     * One line of an example, replaced.
     *
     * @param operation the operation that it is in, whose text is then the whole program; empty for a line of the graph
     * @param code      the name, or "-"
     */
    private record Planted(String example, String operation, String gradient, String written, String code) {

        static Planted of(String row) {
            String[] parts = row.split(" \\| ");
            String[] place = (parts[0] + "# ").split("#");
            return new Planted(place[0], place[1].strip(), parts[1], parts[2], parts[3]);
        }

        private String right() throws IOException {
            String text = Files.readString(EXAMPLES.resolve(example + ".grad"));
            Matcher block = Pattern.compile("(?ms)^op " + operation + "\\(.*?^}\n").matcher(text);
            return operation.isEmpty() ? text : block.find() ? block.group() : null;
        }

        private Matcher line() throws IOException {
            Matcher line = Pattern.compile("(?m)^( *(?:backward )?" + Pattern.quote(gradient) + " = ).*$").matcher(right());
            assertTrue(line.find(), toString());
            return line;
        }

        String text() throws IOException {
            Matcher line = line();
            String right = right();
            String wrong = right.substring(0, line.end(1)) + written + right.substring(line.end());
            assertFalse(right.equals(wrong), toString());
            return wrong;
        }

        /** The number of the line. */
        int number() throws IOException {
            return (int) right().substring(0, line().start()).chars().filter(c -> c == '\n').count() + 1;
        }
    }

    /** A line that is said to be wrong; one that is wrong for the sake of another says so. */
    private record Wrong(int line, Mistake mistake) {

        int blamed() {
            Matcher other = Pattern.compile("^in \\S+, line (\\d+)\\b.*").matcher(mistake == null ? "" : mistake.message());
            return other.matches() ? Integer.parseInt(other.group(1)) : line;
        }
    }

    static List<String> rows() throws IOException {
        try (var in = PlantedMistakesTest.class.getResourceAsStream("planted.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theLineIsFoundAndTheKindIsNamed(String row) throws IOException {
        Planted planted = Planted.of(row);
        Report report = new Session(Settings.DEFAULT).check(new SourceText(planted.example, planted.text()));
        assertEquals(List.of(), report.diagnostics().stream().filter(each -> each.severity() == Severity.ERROR).toList());
        List<Wrong> wrong = new ArrayList<>();
        report.rules().stream().filter(rule -> rule.verdict() instanceof Verdict.Disagreement).forEach(rule -> wrong.add(new Wrong(rule.line(), rule.mistake())));
        report.claims().stream().filter(claim -> claim.judgement() == Judgement.WRONG).forEach(claim -> wrong.add(new Wrong(claim.line(), claim.mistake())));
        assertEquals(List.of(planted.number()), wrong.stream().map(Wrong::blamed).distinct().toList());
        String code = wrong.stream().map(Wrong::mistake).filter(Objects::nonNull).findFirst().map(mistake -> mistake.codes("+")).orElse("-");
        assertEquals(planted.code, code);
    }

    @Test
    void eightOfTenHaveAName() throws IOException {
        List<Planted> all = rows().stream().map(Planted::of).toList();
        long named = all.stream().filter(planted -> !planted.code.equals("-")).count();
        assertTrue(10 * named >= NAMED * all.size(), named + " of " + all.size());
        all.stream().collect(Collectors.groupingBy(Planted::example, Collectors.counting()))
                .forEach((example, count) -> assertTrue(count >= EACH, example + " has only " + count));
    }
}
