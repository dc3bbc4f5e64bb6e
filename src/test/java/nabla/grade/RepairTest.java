package nabla.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would have to be written instead is told to the teacher only. */
class RepairTest {

    private static final String PROBLEM = """
            op Attend(Q in R(n, d), K in R(m, d)) {
              forward S = Q @ K.T
            }
            op Linear(X in R(m, k), W in R(k, n), b in R(1, n)) {
              forward Z = X @ W + b
            }
            X = [0.5, -1.2, 0.3; 1.4, 0.7, -0.6]
            W = [0.6, -0.4; 0.9, -0.7; -0.3, 0.8]
            P = sigmoid(X @ W)
            L = sum(P^2)
            question "1" op Attend points 2
            question "2" op Linear points 3
            question "3" dW points 2
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 | op Attend(Q, K) { forward S = Q @ K.T; backward dQ = dS @ K; backward dK = dS @ Q } | dS.T @ Q",
        "1 | op Attend(Q, K) { forward S = Q @ K.T; backward dQ = dS*K; backward dK = dS.T @ Q } | dS @ K",
        "2 | op Linear(X, W, b) { forward Z = X @ W + b; backward dX = dZ @ W.T; backward dW = dZ.T @ X; backward db = sum(dZ, axis=0) } | X.T @ dZ",
        "3 | dW = 2*X @ (P*P*(1 - P)) | (2*X).T @ (P*P*(1 - P))",
        "3 | dW = X.T*(2*P*P*(1 - P)) | X.T @"})
    void onlyWithReveal(String label, String answer, String solution) throws IOException {
        Assignment assignment = new Assignment(new SourceText("p.grad", PROBLEM), null, Settings.DEFAULT, false);
        Submission submission = new Submission(new Learner("a", ""), "a.grad", new SourceText("a.grad", answer.replace("; ", "\n")), Map.of(), null);
        MarkedSubmission marked = assignment.mark(submission, Duration.ofMinutes(1));
        Mark mark = marked.marks().stream().filter(one -> one.item().label().equals(label)).findFirst().orElseThrow();
        assertEquals(Outcome.WRONG, mark.outcome(), mark::toString);
        assertNotNull(mark.mistake(), mark::toString);
        Course course = new Course("p.grad", "p", assignment.items(), List.of(marked));
        for (boolean reveal : new boolean[] {false, true}) {
            Wording wording = new Wording(reveal);
            StringWriter json = new StringWriter();
            new CourseJson(reveal).write(course, json);
            String told = wording.verdict(mark) + wording.details(mark) + String.join("\n", new Feedback(course, wording).markdown(marked)) + json;
            assertEquals(reveal, wording.verdict(mark).contains(solution), told);
            assertTrue(reveal || !told.contains(" fits"), told);
            assertFalse(!reveal && told.replace(mark.written(), "").contains(solution), told);
        }
    }
}
