package nabla.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nabla.report.Report;
import nabla.report.Report.ClaimReport;
import nabla.report.Report.Judgement;
import nabla.report.Report.Mistake;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;

/** Wrong answers to the exercises of courses get the one name they should get, and that alone. */
final class CoursesTest {

    /** So many of a hundred are named rightly, and alone. */
    private static final int ENOUGH = 90;

    static List<String> misnamed(String resource) {
        List<String> misnamed = new ArrayList<>();
        for (TestRows.Section section : TestRows.read(resource)) {
            String claims = section.rows().stream().map(TestRows.Row::left).collect(Collectors.joining("\n"));
            Report report = new Session(Settings.DEFAULT).check(new SourceText(section.name(), section.program() + "\n" + claims));
            assertEquals(section.rows().size(), report.claims().size(), () -> section.name() + report.diagnostics());
            for (int i = 0; i < section.rows().size(); i++) {
                ClaimReport claim = report.claims().get(i);
                String where = section.name() + ": " + claim.text();
                assertEquals(Judgement.WRONG, claim.judgement(), where);
                String expected = section.rows().get(i).right();
                Mistake mistake = claim.mistake();
                if (mistake == null || !String.join("+", mistake.codes()).equals(expected)) {
                    misnamed.add(where + " is " + expected + ", not " + (mistake == null ? "without a name"
                            : mistake.codes() + " " + mistake.message() + mistake.others().stream().map(Mistake::codes).toList()));
                }
            }
        }
        return misnamed;
    }

    private static int rows(String resource) {
        return TestRows.read(resource).stream().mapToInt(section -> section.rows().size()).sum();
    }

    @Test
    void theAnswersOfFiveCoursesAreNamed() {
        List<String> misnamed = misnamed("courses.txt");
        int all = rows("courses.txt");
        assertTrue(all > 100 && 100 * (all - misnamed.size()) >= ENOUGH * all, () -> misnamed.size() + " of " + all + ":\n" + String.join("\n", misnamed));
    }
}
