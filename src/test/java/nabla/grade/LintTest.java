package nabla.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.session.Settings;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;

/** A problem is tried before it is handed out. */
class LintTest {

    private static Lint lint(String problem) {
        Assignment assignment = new Assignment(new SourceText("p.grad", problem), null, Settings.DEFAULT, false);
        assertTrue(assignment.isReadable(), () -> assignment.diagnostics().toString());
        return new Lint(assignment);
    }

    @Test
    void everyQuestionIsAnsweredByTheSolution() throws IOException {
        List<String> lines = lint(CourseFile.resource("problem.grad")).lines();
        assertEquals(5, lines.stream().filter(line -> line.endsWith("own solution: all the points")).count(), lines::toString);
        assertEquals(5, lines.stream().filter(line -> line.endsWith("usual mistakes show")).count(), lines::toString);
    }

    @Test
    void aSymmetricMatrixHidesATransposeAndABetterOneIsProposed() {
        Lint lint = lint("A = [2, 1; 1, 3]\nB = [1, 2; 0, 1]\nz = sum((A @ B)^2)\nquestion \"1\" dB\n");
        String lines = String.join("\n", lint.lines());
        assertFalse(lint.isSound());
        assertTrue(lines.contains("hidden  transpose"), lines);
        assertTrue(lines.contains("nothing is hidden at\n  A = [") || lines.contains("less is hidden"), lines);
    }

    @Test
    void aFormulaIsJudgedElsewhereToo() {
        Lint lint = lint("x = 1\nz = x^3\nquestion \"1\" dz/dx as formula\n");
        String lines = String.join("\n", lint.lines());
        assertTrue(lint.isSound(), lines);
        assertTrue(lines.contains("a formula is judged at other points too"), lines);
        assertFalse(lint("x = 1\nz = x^3\nquestion \"1\" dz/dx\n").lines().isEmpty());
    }

    @Test
    void aValueNeedsAPoint() {
        Lint lint = lint("z = x*y\nx, y in R\nquestion \"1\" dz/dx as value\n");
        String lines = String.join("\n", lint.lines());
        assertFalse(lint.isSound());
        assertTrue(lines.contains("give them values"), lines);
    }

    @Test
    void whatIsProposedLiesInTheDomainsOfWhatIsAsked() {
        for (String f : new String[] {"log(x) + x^2", "sqrt(x) + x^2", "x^2 + log(1 + x)"}) {
            Lint lint = lint("x = 2\nf = " + f + "\nz = x^3\noutput z\nquestion \"1\" df/dx\n");
            String lines = String.join("\n", lint.lines());
            Matcher proposed = Pattern.compile("\n  x = (\\S+)").matcher(lines);
            assertTrue(!proposed.find() || Double.parseDouble(proposed.group(1)) > (f.contains("1 + x") ? -1 : 0), lines);
        }
    }

    @Test
    void aProblemWithoutAValueIsNotCertified() {
        for (String[] row : new String[][] {
            {"x = -1\nf = log(x) + x^2\nz = x^3\noutput z\nquestion \"1\" df/dx\n", "f has no value"},
            {"A = [1, 2; 2, 4]\nf = logdet(A)\ng = sum(A^2)\noutput g\nquestion \"1\" df/dA\n", "f has no value"},
            {"x = 0\nz = x^3\nf = 1/x\noutput z\nquestion \"1\" dz/dx\n", "f has no value"},
            {"x = -4\nz = x^3\nquestion \"1\" sqrt(x)\n", "sqrt(x) has no value"}}) {
            Lint lint = lint(row[0]);
            String lines = String.join("\n", lint.lines());
            assertTrue(lines.contains(row[1]), lines);
            assertFalse(lint.isSound(), lines);
        }
    }

    @Test
    void sampledInputsKeepToTheDomainsOfWhatIsAsked() {
        Lint lint = lint("x in R\nf = log(x) + sqrt(3 - x)\nz = x^3\noutput z\nquestion \"1\" df/dx\n");
        String lines = String.join("\n", lint.lines());
        assertTrue(lint.isSound() && lines.contains("all the points"), lines);
    }

    @Test
    void whatAProblemGetsWrongIsSaid() {
        for (String[] row : new String[][] {
            {"x = 1\nz = x^2\ncredit sing 0.5\nquestion \"1\" dz/dx\n", "no mistake is called sing"},
            {"x = 1\nz = x^2\n", "the problem has no question"},
            {"x = 1\nz = x^2\nquestion \"1\" dz/dq\n", "q has no meaning here"},
            {"x = 1\nz = x^2\nquestion \"1\" dz/dx\nquestion \"1\" z\n", "the question is already asked on line 3"},
            {"x = 1\nz = x^2\ncredit sign 0.5\ncredit sign 0.2\nquestion \"1\" dz/dx\n", "the credit for sign is given twice"}}) {
            Assignment assignment = new Assignment(new SourceText("p.grad", row[0]), null, Settings.DEFAULT, false);
            assertFalse(assignment.isReadable(), row[0]);
            assertTrue(assignment.diagnostics().stream().map(Diagnostic::message).anyMatch(row[1]::equals), () -> row[1] + ": " + assignment.diagnostics());
        }
    }
}
