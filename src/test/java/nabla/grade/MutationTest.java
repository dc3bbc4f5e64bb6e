package nabla.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nabla.grade.CourseFile.Entry;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;

/** Whatever is handed in gets marks: answers with random letters changed, lines exchanged and cut. */
class MutationTest {

    private static final String LETTERS = "()[]{}=*+-/@^.,;:\"'#<> \n\u0000\u001b\u202e\u00e9\ud83d01dxXWZbTL_op";
    private static final int COUNT = 150;

    @Test
    void nothingThatIsHandedInBreaksTheMarking() throws IOException {
        Assignment assignment = new Assignment(new SourceText("p.grad", CourseFile.resource("problem.grad")), null, Settings.DEFAULT, false);
        List<Entry> entries = CourseFile.read().thirty().stream().filter(entry -> !entry.name().equals("lin")).toList();
        SplittableRandom random = new SplittableRandom(7);
        for (int k = 0; k < COUNT; k++) {
            StringBuilder text = new StringBuilder(entries.get(random.nextInt(entries.size())).text());
            for (int change = random.nextInt(8); change >= 0 && !text.isEmpty(); change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
                    case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
                    default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
                }
            }
            SourceText answers = new SourceText("m.grad", text.toString());
            MarkedSubmission marked = assignment.mark(new Submission(new Learner("m", ""), "m.grad", answers, Map.of(), null), Duration.ofSeconds(60));
            assertEquals(5, marked.marks().size());
            marked.marks().forEach(mark -> assertTrue(mark.marks() >= 0 && mark.marks() <= mark.item().points(), text::toString));
            Course course = new Course("p", "p", assignment.items(), List.of(marked));
            new Feedback(course, new Wording(true)).text(marked).forEach(line -> assertTrue(line.chars().allMatch(c -> c >= ' '), line));
        }
    }
}
