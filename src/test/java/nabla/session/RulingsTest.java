package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nabla.report.ClaimReport;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.source.Diagnostic;
import nabla.source.Diagnostic.Severity;
import nabla.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tricky programs, from text to report: the rows of {@code rulings.txt}, which says how they are written. */
class RulingsTest {

    @ParameterizedTest
    @MethodSource("rows")
    void meansWhatTheRowSays(String row) {
        List<String> parts = Stream.of(row.split(" \\| ")).map(String::strip).toList();
        Report report = new Session(Settings.DEFAULT).check(new SourceText("row", parts.get(0).replaceAll(" *⏎ *", "\n")));
        for (String expectation : parts.subList(1, parts.size())) {
            String[] words = expectation.split(" ", 2);
            expect(report, words[0], words.length > 1 ? words[1] : "");
        }
    }

    static List<String> rows() throws IOException {
        try (InputStream in = RulingsTest.class.getResourceAsStream("/rulings.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> line.contains(" | ") && !line.startsWith("#")).toList();
        }
    }

    private static void expect(Report report, String what, String text) {
        switch (what) {
            case "verified", "wrong", "unresolved", "unreadable", "refused" -> assertEquals(what, lower(report.status()), () -> story(report));
            case "output" -> assertEquals(text, report.output());
            case "judged" -> assertEquals(text, joined(report.claims().stream().map(c -> lower(c.judgement()))), () -> story(report));
            case "error" -> assertSaid(said(report, Severity.ERROR), text, report);
            case "note" -> assertSaid(said(report, Severity.NOTE), text, report);
            case "warning" -> assertSaid(said(report, Severity.WARNING) + report.warnings(), text, report);
            case "why" -> assertSaid(joined(report.claims().stream().map(RulingsTest::reason)), text, report);
            default -> assertSaid(verdict(report, what), text, report);
        }
    }

    private static String verdict(Report report, String name) {
        NodeReport node = report.nodes().stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
        return node.verdict().word() + " " + node.verdict();
    }

    private static String said(Report report, Severity severity) {
        return joined(report.diagnostics().stream().filter(d -> d.severity() == severity).map(RulingsTest::words));
    }

    private static String words(Diagnostic diagnostic) {
        return diagnostic.message() + " " + diagnostic.hint();
    }

    private static String reason(ClaimReport claim) {
        return claim.note() + " " + claim.hint() + " " + claim.mistake();
    }

    private static void assertSaid(String said, String text, Report report) {
        assertTrue(said.contains(text), () -> "\"" + text + "\" is not in: " + said + "\n" + story(report));
    }

    private static String story(Report report) {
        return report.status() + " " + report.diagnostics() + "\n" + report.claims() + "\n" + report.nodes();
    }

    private static String joined(Stream<String> words) {
        return words.collect(Collectors.joining(" "));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
