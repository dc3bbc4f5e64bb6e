package nabla.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nabla.report.Report;
import nabla.report.RuleReport;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.Diagnostic.Severity;
import nabla.source.SourceText;
import nabla.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake in one line of a backward rule that is right in the examples: that line is found, no other is blamed, and the kind is named. */
class PlantedMistakesTest {

    private static final Path EXAMPLES = Path.of("examples", "tensors");
    /** Of ten mistakes so many get their name. */
    private static final int NAMED = 8;

    /** One line of a rule of an example, replaced; and the name, or "-". */
    private record Planted(String example, String gradient, String written, String code) {

        static Planted of(String row) {
            String[] parts = row.split(" \\| ");
            return new Planted(parts[0], parts[1], parts[2], parts[3]);
        }

        String text() throws IOException {
            String right = Files.readString(EXAMPLES.resolve(example + ".grad"));
            String wrong = right.replaceFirst("(?m)^( *backward " + gradient + " = ).*$", "$1" + written.replace("$", "\\$"));
            assertNotEquals(right, wrong, toString());
            return wrong;
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
        List<RuleReport> wrong = report.rules().stream().filter(rule -> rule.verdict() instanceof Verdict.Disagree).toList();
        assertEquals(List.of(planted.gradient), wrong.stream().map(RuleReport::gradient).toList());
        String code = wrong.stream().map(RuleReport::mistake).filter(Objects::nonNull).findFirst().map(mistake -> String.join("+", mistake.codes()))
                .orElse("-");
        assertEquals(planted.code, code);
    }

    @Test
    void eightOfTenHaveAName() throws IOException {
        List<Planted> all = rows().stream().map(Planted::of).toList();
        long named = all.stream().filter(planted -> !planted.code.equals("-")).count();
        assertTrue(10 * named >= NAMED * all.size(), named + " of " + all.size());
        Stream<String> examples = all.stream().map(Planted::example).distinct();
        assertTrue(examples.allMatch(example -> all.stream().filter(planted -> planted.example.equals(example)).count() >= 5));
    }
}
