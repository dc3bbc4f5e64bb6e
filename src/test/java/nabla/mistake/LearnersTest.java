package nabla.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.report.ClaimReport;
import nabla.report.Mistake;
import nabla.report.MistakeCode;
import nabla.report.Report;
import nabla.report.RuleReport;
import nabla.report.TestCodes;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import nabla.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong answers of learners, written down apart from the tables of slips, are named rightly. */
final class LearnersTest {

    @Test
    void thereIsAnAnswerForEveryMistake() {
        Set<String> codes = new HashSet<>(MistakeCode.texts());
        // A form that was not asked for is a matter of homework.
        codes.remove(MistakeCode.FORM.toString());
        assertEquals(codes, TestRows.read("learners.txt").stream().flatMap(section -> section.rows().stream()).map(TestRows.Row::right)
                .collect(Collectors.toSet()));
    }

    private static Report withClaims(TestRows.Section section) {
        String claims = section.rows().stream().map(TestRows.Row::left).collect(Collectors.joining("\n"));
        Report report = new Session(Settings.DEFAULT).check(new SourceText(section.name(), section.program() + "\n" + claims));
        assertEquals(section.rows().size(), report.claims().size(), () -> section.name() + report.diagnostics());
        return report;
    }

    @Test
    void namesTheMistakesOfLearners() {
        int all = 0;
        List<String> missed = new ArrayList<>();
        for (TestRows.Section section : TestRows.read("learners.txt")) {
            List<ClaimReport> claims = TestRows.claims(section);
            for (int i = 0; i < section.rows().size(); i++) {
                all++;
                ClaimReport claim = claims.get(i);
                String expected = section.rows().get(i).right();
                String where = section.name() + ": " + claim.text();
                assertEquals(Judgement.WRONG, claim.judgement(), where);
                List<MistakeCode> codes = claim.mistake() == null ? List.of() : claim.mistake().possible();
                assertTrue(codes.size() <= 3, where);
                if (!codes.contains(TestCodes.of(expected))) {
                    missed.add(where + " is " + expected + ", not " + codes + (codes.isEmpty() ? "" : " " + claim.mistake().message()));
                }
            }
        }
        assertTrue(all >= 200 && missed.isEmpty(), () -> String.join("\n", missed));
    }

    @Test
    void namesTheMistakesInBackwardLines() {
        int all = 0;
        List<String> missed = new ArrayList<>();
        for (TestRows.Section section : TestRows.read("learners-rules.txt")) {
            for (TestRows.Row row : section.rows()) {
                all++;
                String head = row.left().substring(0, row.left().indexOf('='));
                String text = section.program().lines().map(line -> line.strip().startsWith(head) ? row.left() : line)
                        .collect(Collectors.joining("\n"));
                Report report = new Session(Settings.DEFAULT).check(new SourceText(section.name(), text));
                List<RuleReport> wrong = report.rules().stream().filter(rule -> rule.verdict() instanceof Verdict.Disagreement).toList();
                String where = section.name() + ": " + row.left();
                assertEquals(1, wrong.size(), where);
                assertEquals(head.strip(), "backward " + wrong.get(0).gradient(), where);
                Mistake mistake = wrong.get(0).mistake();
                if (mistake == null || mistake.possible().size() > 3 || !mistake.possible().contains(TestCodes.of(row.right()))) {
                    missed.add(where + " is " + row.right() + ", not " + mistake);
                }
            }
        }
        assertTrue(all >= 40 && missed.isEmpty(), () -> String.join("\n", missed));
    }

    @Test
    void rightAnswersAreNeverWrong() {
        int all = 0;
        List<String> missed = new ArrayList<>();
        for (TestRows.Section section : TestRows.read("right-answers.txt")) {
            Report report = withClaims(section);
            for (int i = 0; i < section.rows().size(); i++) {
                all++;
                ClaimReport claim = report.claims().get(i);
                Judgement expected = section.rows().get(i).right().equals("right") ? Judgement.RIGHT : Judgement.UNRESOLVED;
                if (claim.judgement() != expected) {
                    missed.add(section.name() + ": " + claim.text() + " is " + claim.judgement() + " " + claim.note());
                }
            }
        }
        assertTrue(all >= 100 && missed.isEmpty(), () -> String.join("\n", missed));
    }

    @Test
    void rightBackwardLinesAgree() {
        Report report = new Session(Settings.DEFAULT).check(new SourceText("right-rules", TestRows.text("right-rules.grad")));
        List<RuleReport> others = report.rules().stream()
                .filter(rule -> !(rule.verdict() instanceof Verdict.Agreement || rule.verdict() instanceof Verdict.Unchecked)).toList();
        assertTrue(report.rules().size() > 30 && others.isEmpty(), others::toString);
    }

    /** At inputs of the usual size their gradient is 0, and 0 they give too. */
    @ParameterizedTest
    @ValueSource(strings = {"P = tanh(1e8*Z); backward dZ = 0*dP", "P = tanh(1e8*Z); backward dZ = dP*(1 - P^2)",
        "P = softmax(1e5*Z); backward dZ = P*(dP - sum(dP*P, axis=1))"})
    void aRuleThatIsWrongWhereNothingIsSaturatedIsWrong(String lines) {
        Report report = new Session(Settings.DEFAULT).check(new SourceText("op", "op Cold(Z in R(m, k)) { forward " + lines + " }"));
        assertTrue(report.rules().get(0).verdict() instanceof Verdict.Disagreement, report::toString);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/nabla/mistake/rules-elsewhere.txt", delimiter = '|', quoteCharacter = '$')
    void aRuleThatIsWrongWhereNobodyLooksIsWrong(String parameters, String forward, String backward) {
        String text = "op Elsewhere(" + parameters + ") { " + forward + "; " + backward + " }";
        Report report = new Session(Settings.DEFAULT).check(new SourceText("op", text));
        List<String> wrong = report.rules().stream().filter(rule -> rule.verdict() instanceof Verdict.Disagreement).map(RuleReport::gradient).toList();
        assertEquals(List.of(backward.split(" ")[1]), wrong, report::toString);
    }
}
