package nabla.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nabla.report.ClaimReport;
import nabla.report.Report;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;

/** Test data: {@code == name}, the lines of a program, and rows {@code left => right} about it. */
final class TestRows {

    /** A program with its rows; the left sides of the rows are no part of it. */
    record Section(String name, String program, List<Row> rows) { }

    /** A row. */
    record Row(String left, String right) { }

    private TestRows() { }

    /** The claims of a section, each judged alone: beside others it may be right by the convention of the mean that those speak for. */
    static List<ClaimReport> claims(Section section) {
        return section.rows().stream().map(row -> report(section, List.of(row)).get(0)).toList();
    }

    private static List<ClaimReport> report(Section section, List<Row> rows) {
        String claims = rows.stream().map(Row::left).collect(Collectors.joining("\n"));
        Report report = new Session(Settings.DEFAULT).check(new SourceText(section.name(), section.program() + "\n" + claims));
        assertEquals(rows.size(), report.claims().size(), () -> section.name() + report.diagnostics());
        return report.claims();
    }

    static List<Section> read(String resource) {
        return Arrays.stream(text(resource).split("(?m)^== ")).skip(1).map(TestRows::section).toList();
    }

    static String text(String resource) {
        try (InputStream in = TestRows.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Section section(String text) {
        List<String> lines = text.lines().toList();
        List<String> program = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int arrow = line.lastIndexOf(" =>");
            if (arrow >= 0) {
                rows.add(new Row(line.substring(0, arrow).strip(), line.substring(arrow + 3).strip()));
            } else if (!line.isBlank()) {
                program.add(line);
            }
        }
        return new Section(lines.get(0), String.join("\n", program), rows);
    }
}
