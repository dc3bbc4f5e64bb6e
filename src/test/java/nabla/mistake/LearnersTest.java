package nabla.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nabla.report.Report;
import nabla.report.Report.ClaimReport;
import nabla.report.Report.Judgement;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;

/** Wrong answers of learners, written down apart from the tables of slips, are named rightly. */
final class LearnersTest {

    private static final double RIGHT = 0.95;

    @Test
    void namesTheMistakesOfLearners() {
        int all = 0;
        List<String> missed = new ArrayList<>();
        for (TestRows.Section section : TestRows.read("learners.txt")) {
            String claims = section.rows().stream().map(TestRows.Row::left).collect(Collectors.joining("\n"));
            Report report = new Session(Settings.DEFAULT).check(new SourceText(section.name(), section.program() + "\n" + claims));
            assertEquals(section.rows().size(), report.claims().size(), () -> section.name() + report.diagnostics());
            for (int i = 0; i < section.rows().size(); i++) {
                all++;
                ClaimReport claim = report.claims().get(i);
                String expected = section.rows().get(i).right();
                String where = section.name() + ": " + claim.text();
                assertEquals(Judgement.WRONG, claim.judgement(), where);
                List<String> codes = claim.mistake() == null ? List.of() : claim.mistake().codes();
                assertTrue(codes.size() <= 3, where);
                if (!codes.contains(expected)) {
                    missed.add(where + " is " + expected + ", not " + codes + (codes.isEmpty() ? "" : " " + claim.mistake().message()));
                }
            }
        }
        int named = all - missed.size();
        assertTrue(all >= 200 && named >= 1.0 * all, () -> String.join("\n", missed));
    }
}
