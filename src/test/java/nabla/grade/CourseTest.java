package nabla.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import nabla.grade.CourseFile.Entry;
import nabla.grade.CourseFile.Expected;
import nabla.report.TestCodes;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A course of thirty submissions gets the marks that were worked out by hand. */
class CourseTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static Assignment assignment;

    @BeforeAll
    static void readTheProblem() throws IOException {
        assignment = new Assignment(new SourceText("homework.grad", CourseFile.resource("problem.grad")), null, Settings.DEFAULT, false);
    }

    static Stream<Entry> entries() throws IOException {
        return CourseFile.read().entries().stream();
    }

    @Test
    void thereAreThirtyAndOneThatWouldNeverEnd() throws IOException {
        assertTrue(assignment.isReadable(), () -> assignment.diagnostics().toString());
        assertEquals(31, entries().count());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void marksAreThoseWorkedOutByHand(Entry entry) {
        Submission submission = new Submission(new Learner(entry.name(), ""), entry.name() + ".grad",
                new SourceText(entry.name() + ".grad", entry.text()), Map.of(), null);
        MarkedSubmission marked = assignment.mark(submission, entry.name().equals(CourseFile.ENDLESS) ? SHORT : LIMIT);
        for (int k = 0; k < entry.expected().size(); k++) {
            Expected expected = entry.expected().get(k);
            Mark mark = marked.marks().get(k);
            String place = entry.name() + ", question " + (k + 1) + ": " + mark;
            assertEquals(expected.outcome(), mark.outcome().code(), place);
            assertEquals(expected.marks(), mark.marks(), 1e-12, place);
            if (!expected.mistake().isEmpty()) {
                assertTrue(mark.mistake() != null && mark.mistake().possible().contains(TestCodes.of(expected.mistake())), place);
            }
        }
        assertEquals(entry.total(), marked.total(), 1e-12);
    }
}
