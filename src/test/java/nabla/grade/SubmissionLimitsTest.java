package nabla.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nabla.cli.Invocation;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit of a submission, with its own message, and what a submission may not do. What stands beside it is still marked. */
class SubmissionLimitsTest {

    private static final Path MKFIFO = Path.of("/usr/bin/mkfifo");
    private static final String PROBLEM = "z = x*y + x\nx = 1\ny = 2\nquestion \"1\" dz/dx\nquestion \"2\" dz/dy\n";
    private static final Assignment ASSIGNMENT = new Assignment(new SourceText("p.grad", PROBLEM), null, Settings.DEFAULT, false);

    private static MarkedSubmission mark(String text) {
        Submission submission = new Submission(new Learner("a", ""), "a.grad", new SourceText("a.grad", text), Map.of(), null);
        return ASSIGNMENT.mark(submission, Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x^1000001 | an exponent over 1e6",
        "sum(ones(10000, 5001)) | more than 50 million entries",
        "sum(ones(7000, 7000) + ones(7000, 7000)) + sum(ones(7000, 7000)*2) | more than 200 million entries in all",
        "sum(normal(200, 200)) + sum(normal(7070, 7070)) | more than 50 million random numbers in one text",
        "csv(\"p.grad\") | a submission reads no files",
        "grad(x*y, x) | the answer leaves"})
    void anAnswerBeyondALimitIsRefusedAlone(String answer, String message) {
        MarkedSubmission marked = mark("dz/dx = " + answer + "\ndz/dy = x\n");
        Mark first = marked.marks().get(0);
        assertEquals(Outcome.REFUSED, first.outcome(), first::toString);
        assertTrue(remarks(first).contains(message), first::toString);
        assertEquals(1, marked.total(), marked::toString);
    }

    /** What is said of an answer, a line each. */
    private static String remarks(Mark mark) {
        return String.join("\n", mark.remarks());
    }

    @Test
    void bracketsAndSignsAreCounted() {
        assertTrue(remarks(mark("dz/dx = " + "(".repeat(201) + "y" + ")".repeat(201)).marks().get(0)).contains("more than 200 levels of brackets"));
        assertEquals(1, mark("dz/dx = " + "(".repeat(200) + "y + 1" + ")".repeat(200)).total());
        assertTrue(remarks(mark("dz/dx = " + "-".repeat(1001) + "y").marks().get(0)).contains("more than 1000 operations nested"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"x = 5 | x is defined by the problem", "z = 5 | z is defined by the problem", "train { rate 1  steps 9 } | no train blocks",
        "question \"1\" dz/dx points 9 | no statements of this kind", "credit sign 1 | no statements of this kind",
        "output x | no statements of this kind"})
    void whatASubmissionMayNotDoIsSaid(String line, String message) {
        MarkedSubmission marked = mark(line + "\ndz/dx = y + 1\ndz/dy = x\n");
        assertTrue(marked.isOffending() && marked.needsEye(), marked::toString);
        assertTrue(marked.problems().stream().anyMatch(problem -> problem.what().contains(message)), () -> marked.remarks().toString());
        assertEquals(2, marked.total(), marked::toString);
    }

    @Test
    void aLongLineAndVeryManyWordsAreRefused() {
        String answer = "dz/dx = y + 1\n";
        assertNull(mark(answer + "#" + "x".repeat(9_999)).refused());
        assertEquals("refused: a line of more than 10,000 characters", mark(answer + "#" + "x".repeat(10_000)).refused().text());
        String words = "1\n".repeat(49_996) + answer;
        assertNull(mark(words).refused());
        assertEquals("refused: more than 100,000 words", mark(words + answer).refused().text());
    }

    @Test
    void ofThousandsOfWrongLinesTheFirstAreExplained() {
        MarkedSubmission marked = mark("1\n".repeat(2_000) + "dz/dx = y + 1\n");
        assertEquals(1, marked.total());
        assertTrue(marked.remarks().size() < 100, () -> "" + marked.remarks().size());
        assertEquals("and 1980 more errors and warnings", marked.remarks().get(marked.remarks().size() - 1));
    }

    @Test
    void anAnswerThatIsNoNumberIsWrongAndSaysWhy() {
        for (String answer : new String[] {"0/0", "1/(y - y)", "log(-1)"}) {
            Mark mark = mark("dz/dx = " + answer).marks().get(0);
            assertEquals(Outcome.WRONG, mark.outcome(), mark::toString);
            assertTrue(remarks(mark).contains("not a finite number"), mark::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e20*sin(y) - 1e20*sin(y)", "(1e18*y + 7) - 1e18*y", "exp(700)*y - exp(700)*y",
        "3 + 1e20*(x - 1) - 1e20*(x - 1)"})
    void anAnswerOfRoundingErrorsEarnsNothing(String answer) {
        Mark mark = mark("dz/dx = " + answer).marks().get(0);
        assertEquals(0, mark.marks(), mark::toString);
        assertTrue(mark.outcome() == Outcome.UNDECIDED || mark.outcome() == Outcome.WRONG, mark::toString);
    }

    /** Its rounding hides it from doubles; 60 digits see that it is y + 1. */
    @Test
    void aRightAnswerIsRightWhateverItsRounding() {
        assertEquals(Outcome.RIGHT, mark("dz/dx = y + 1 + x*1e17 - x*1e17").marks().get(0).outcome());
        assertEquals(Outcome.WRONG, mark("dz/dx = y + 2 + x*1e17 - x*1e17").marks().get(0).outcome());
    }

    @Test
    void aBackwardRuleOfRoundingErrorsEarnsNothing() {
        String operation = "op Matmul(A in R(m, k), B in R(k, n)) {\n  forward Z = A @ B\n";
        Assignment assignment = new Assignment(new SourceText("p.grad", operation + "}\nz = x\nx = 1\nquestion \"1\" op Matmul points 4\n"), null,
                Settings.DEFAULT, false);
        String text = operation + "  backward dA = 1e20*(dZ @ B.T) - 1e20*(dZ @ B.T)\n  backward dB = A.T @ dZ\n}\n";
        MarkedSubmission marked = assignment.mark(new Submission(new Learner("a", ""), "a.grad", new SourceText("a.grad", text), Map.of(), null), Duration.ofSeconds(60));
        assertEquals(2, marked.total(), marked::toString);
        assertEquals(Outcome.UNDECIDED, marked.marks().get(0).outcome(), marked::toString);
    }

    @Test
    void nothingOfOneThatIsRefusedIsCalledMissing(@TempDir Path folder) throws IOException {
        Path problem = Files.writeString(folder.resolve("p.grad"), PROBLEM);
        Path answers = Files.writeString(folder.resolve("a.txt"), "#".repeat(10_001));
        String gradescope = Invocation.of("grade", "--format", "gradescope", problem.toString(), answers.toString()).out();
        assertTrue(gradescope.contains("\"output\" : \"not marked\"") && !gradescope.contains("no answer"), gradescope);
        String csv = Invocation.of("grade", "--format", "csv", problem.toString(), answers.toString()).out();
        assertTrue(csv.contains("not marked") && !csv.contains("missing"), csv);
        Path other = Files.writeString(folder.resolve("b.txt"), "dz/dx = y + 1\n");
        String text = Invocation.of("grade", problem.toString(), answers.toString(), other.toString()).out();
        assertTrue(text.contains("1 not marked counts as 0") && text.contains("1 right\n"), text);
    }

    @Test
    void aPipeIsNotWaitedFor(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(MKFIFO), "pipes with a name in a folder are a thing of POSIX");
        Path pipe = folder.resolve("pipe.txt");
        Process made = new ProcessBuilder(MKFIFO.toString(), pipe.toString()).start();
        assertTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0);
        Submission read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Submissions.sole(pipe).read());
        assertEquals("refused: it is no ordinary file", read.problem().text());
    }

    @Test
    void namesOfFilesAreHarmless(@TempDir Path folder) throws IOException {
        Path problem = Files.writeString(folder.resolve("p.grad"), PROBLEM);
        Path in = Files.createDirectory(folder.resolve("in"));
        List<String> names = new ArrayList<>(List.of("=cmd", "a\u001b[31m", "<b>&\"'"));
        if (Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode('\u202e')) {
            names.add("turned\u202e");
        }
        for (String name : names) {
            Files.writeString(in.resolve(name + ".txt"), "dz/dx = y + 1\n");
        }
        for (String format : new String[] {"text", "json", "csv", "md", "junit", "canvas", "moodle"}) {
            String out = Invocation.of("grade", "-v", "--format", format, problem.toString(), in.toString()).out();
            assertTrue(out.indexOf('\u001b') < 0 && out.indexOf('\u202e') < 0, format);
            assertTrue(out.lines().collect(Collectors.toList()).stream().noneMatch(line -> line.startsWith("=") || line.contains(",=")), format);
        }
    }
}
