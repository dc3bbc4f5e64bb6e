package nabla.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nabla.report.Report;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;

/** Sheets to hand out, and their solutions. */
class SheetTest {

    private static ExerciseSheet sheet(String request) throws UnclearRequest {
        return new Tutor(Ledger.forgetful()).sheet(request);
    }

    private static int count(String part, String text) {
        return (int) Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    @Test
    void isTextThatCanBePasted() throws UnclearRequest {
        ExerciseSheet sheet = sheet("4 chain-rule-3 2");
        assertEquals("chain-rule-3.txt", sheet.file());
        assertEquals("chain-rule-3-solutions.txt", sheet.answers());
        assertTrue(sheet.exercises().startsWith("Exercises: chain rule III\n\n1.\n"), sheet::exercises);
        assertEquals(4, count("What is d", sheet.exercises()));
        int pasted = 0;
        for (String part : sheet.exercises().split("\n[0-9]+\\.\n")) {
            String code = Arrays.stream(part.split("\n")).filter(line -> line.startsWith("     ")).collect(Collectors.joining("\n"));
            if (!code.isEmpty()) {
                pasted++;
                assertEquals(Report.Status.VERIFIED, new Session(Settings.DEFAULT).check(new SourceText("sheet", code)).status(), code);
            }
        }
        assertEquals(4, pasted, sheet::exercises);
    }

    @Test
    void theSolutionsStandApart() throws UnclearRequest {
        ExerciseSheet sheet = sheet("3 chain-rule-2 2 seed 4");
        Series series = new Series(Topic.CHAIN_RULE_2, new Level(2), 4);
        for (int k = 0; k < 3; k++) {
            Exercise exercise = series.next();
            assertTrue(sheet.exercises().contains(exercise.lines().get(0)), sheet::exercises);
            assertTrue(sheet.solutions().contains(Solution.answer(exercise)), sheet::solutions);
            assertFalse(sheet.exercises().contains(Solution.answer(exercise)), sheet::exercises);
        }
        assertTrue(sheet.solutions().contains("chain rule"), sheet::solutions);
    }

    @Test
    void isALatexDocumentWithEverythingClosed() throws UnclearRequest {
        ExerciseSheet sheet = sheet("9 --latex");
        assertEquals(List.of("exercises.tex", "exercises-solutions.tex"), List.of(sheet.file(), sheet.answers()));
        for (String text : List.of(sheet.exercises(), sheet.solutions())) {
            assertTrue(text.startsWith("\\documentclass"));
            assertEquals(9, count("\\item ", text));
            for (String environment : List.of("document", "enumerate", "align*", "bmatrix")) {
                assertEquals(count("\\begin{" + environment + "}", text), count("\\end{" + environment + "}", text), text);
            }
            assertEquals(count("{", text), count("}", text));
            assertEquals(count("\\left", text), count("\\right", text));
            assertTrue(text.codePoints().allMatch(c -> c < 127), text);
        }
    }

    @Test
    void isReproducible() throws UnclearRequest {
        assertEquals(sheet("3 losses seed 2"), sheet("3 losses seed 2"));
        assertNotEquals(sheet("3 losses seed 2"), sheet("3 losses seed 3"));
    }
}
