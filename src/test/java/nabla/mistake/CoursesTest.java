package nabla.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nabla.formula.TextFormula;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.report.ClaimReport;
import nabla.report.Mistake;
import nabla.report.MistakeCode;
import nabla.report.Report;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong answers to the exercises of courses get the one name they should get, and that alone. */
final class CoursesTest {

    /** So many of a hundred are named rightly, and alone. */
    private static final int ENOUGH = 90;

    private static final int LENGTH = 115;

    static List<String> misnamed(String resource) {
        List<String> misnamed = new ArrayList<>();
        for (TestRows.Section section : TestRows.read(resource)) {
            List<ClaimReport> claims = TestRows.claims(section);
            for (int i = 0; i < section.rows().size(); i++) {
                ClaimReport claim = claims.get(i);
                String where = section.name() + ": " + claim.text();
                assertEquals(Judgement.WRONG, claim.judgement(), where);
                String expected = section.rows().get(i).right();
                Mistake mistake = claim.mistake();
                if (mistake == null || !mistake.codes("+").equals(expected)) {
                    misnamed.add(where + " is " + expected + ", not " + (mistake == null ? "without a name"
                            : mistake.codes() + " " + mistake.message() + mistake.others().stream().map(Mistake::codes).toList()));
                }
            }
        }
        return misnamed;
    }

    /** What was named wrongly, or not at all, when learners and tools of others were looked through; and siblings of it. */
    @Test
    void theRowsOfTheFieldAreNamed() {
        assertEquals(List.of(), misnamed("field.txt"));
    }

    /** Those written down later, when nothing had been mended for them. */
    @Test
    void laterAnswersAreNamedAsWell() {
        List<String> misnamed = misnamed("courses-later.txt");
        assertTrue(100 * (rows("courses-later.txt") - misnamed.size()) >= ENOUGH * rows("courses-later.txt"), () -> String.join("\n", misnamed));
    }

    /** Each is one sentence that is read at a glance, over words of the text: no v3 of a table that the learner has not seen. */
    @ParameterizedTest
    @ValueSource(strings = {"courses.txt", "courses-later.txt", "field.txt"})
    void messagesAreShort(String resource) {
        for (TestRows.Section section : TestRows.read(resource)) {
            for (ClaimReport claim : TestRows.claims(section)) {
                Mistake mistake = claim.mistake();
                assertTrue(mistake.message().length() <= LENGTH * mistake.codes().size(), mistake.message());
                assertFalse(mistake.message().startsWith("either") || mistake.message().matches(".*\\bv[0-9].*"), mistake.message());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"backward dv = sum(dy*(-0.5*sum((x - mu)/(v + 1)^1.5, axis=0)), axis=0)", "backward dv = 1e-16*sum(dy*(x - mu), axis=0)",
        "backward dmu = -sum(dy, axis=0)*sum((x - mean(x, axis=0))/(v + 1)^1.5, axis=0)"})
    void whatCancelsIsZeroNotATinyFactor(String line) {
        String text = "op Var(x in R(N, D)) {\n  forward mu = mean(x, axis=0)\n  forward v = mean((x - mu)^2, axis=0)\n"
                + "  forward y = x/sqrt(v + 1)\n  " + line + "\n}\n";
        Report report = new Session(Settings.DEFAULT).check(new SourceText("test", text));
        Mistake mistake = report.rules().get(0).mistake();
        assertTrue(mistake == null || !mistake.message().contains("e-1"), () -> report.rules().toString());
    }

    /** A size that was drawn is called by its name in what is expected, inside a Jacobian as well. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"x - mean(x) | eye(n) - 1/n", "(x - mean(x))^2 | 2*(x - mean(x))*(eye(n) - 1/n)",
        "x/sum(x) + x/n | eye(n)/n"})
    void expectedJacobiansHaveNoDrawnSize(String y, String expected) {
        Report report = new Session(Settings.DEFAULT).check(new SourceText("test", "x in R(n)\ny = " + y + "\ndy/dx = 3*eye(n)"));
        String text = TextFormula.text(report.claims().get(0).expected());
        assertTrue(text.contains(expected) && !text.contains("7"), text);
    }

    /** However much is asked, the same is found: the search is counted, not timed. */
    @Test
    void aSearchWithoutBudgetFindsWhatShowsOnTheWholeAnswer() {
        Programs program = Programs.of("x in R(3)\nL = sum(sin(x^2))");
        Recogniser hurried = new Recogniser(program.names(), false);
        Input x = program.targets().get(0);
        Node truth = new Backprop(program.root()).gradient(x);
        assertEquals(List.of(MistakeCode.SIGN), hurried.recognise(program.root(), x, Algebra.neg(truth), program.points()).orElseThrow().codes());
        Node inner = Algebra.cos(Algebra.pow(x, 2));
        assertTrue(hurried.recognise(program.root(), x, inner, program.points()).isEmpty());
        assertTrue(new Recogniser(program.names(), true).recognise(program.root(), x, inner, program.points()).isPresent());
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
