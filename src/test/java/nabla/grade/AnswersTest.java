package nabla.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nabla.report.TestCodes;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What becomes of answers of every kind: problems and submissions with what is expected of them. */
class AnswersTest {

    @TestFactory
    Stream<DynamicTest> answers() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String files = CourseFile.resource("answers.txt") + CourseFile.resource("marks-for-nothing.txt");
        for (String section : files.split("(?m)^== ")) {
            if (!section.startsWith("#")) {
                String[] parts = section.split("(?m)^--- ");
                String name = parts[0].lines().findFirst().orElseThrow();
                Assignment assignment = new Assignment(new SourceText(name, parts[0].substring(name.length())), null, Settings.DEFAULT, false);
                for (int k = 1; k < parts.length; k++) {
                    String expected = parts[k].lines().findFirst().orElseThrow();
                    String text = parts[k].substring(expected.length());
                    tests.add(DynamicTest.dynamicTest(name + ": " + expected, () -> check(assignment, expected, text)));
                }
            }
        }
        return tests.stream();
    }

    private static void check(Assignment assignment, String expected, String text) {
        assertTrue(assignment.isReadable(), () -> assignment.diagnostics().toString());
        Submission submission = new Submission(new Learner("a", ""), "a.grad", new SourceText("a.grad", text), Map.of(), null);
        MarkedSubmission marked = assignment.mark(submission, Duration.ofSeconds(60));
        for (String one : expected.split("; ")) {
            String[] words = one.split(" ");
            Mark mark = marked.marks().stream().filter(m -> m.item().label().equals(words[0].replace('_', ' '))).findFirst().orElseThrow();
            assertEquals(words[1], mark.outcome().code(), mark::toString);
            assertEquals(Double.parseDouble(words[words.length - 1]), mark.marks(), 1e-12, mark::toString);
            if (words.length > 3) {
                assertTrue(mark.mistake() != null && mark.mistake().possible().contains(TestCodes.of(words[2])), mark::toString);
            }
        }
    }
}
