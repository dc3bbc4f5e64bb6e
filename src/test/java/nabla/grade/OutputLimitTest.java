package nabla.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import nabla.report.ClaimReport.Witness;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** However large the answers of a submission are, of each at most 50 MiB are written. */
class OutputLimitTest {

    private static final int LIMIT = 50 << 20;

    /** What was written: how much, and the words in it. */
    private static final class Counter extends Writer {

        private long length;
        private final StringBuilder words = new StringBuilder();

        @Override
        public void write(char[] text, int from, int count) {
            length += count;
            for (int k = from; k < from + count; k++) {
                if (Character.isLetter(text[k]) || text[k] == ' ') {
                    words.append(text[k]);
                }
            }
        }

        @Override
        public void flush() { }

        @Override
        public void close() { }
    }

    /** Numbers that take as many characters as a number can. */
    private static Mark wrong(Item item, int columns) {
        Tensor yours = Tensor.of(new Shape(1000, columns), k -> -Double.MIN_NORMAL);
        return new Mark(item, Outcome.WRONG, 0, 0, new Mark.Answer(1, "dW = 1"), List.of(), null,
                new Mark.Correction(new Witness(List.of(), yours, yours), null));
    }

    @Test
    void valuesThatDoNotFitAreLeftOut() throws IOException {
        List<Item> items = List.of(new Item("1", "dW", 1, null), new Item("2", "dV", 1, null), new Item("3", "db", 1, null));
        List<Mark> marks = List.of(wrong(items.get(0), 1300), wrong(items.get(1), 1200), wrong(items.get(2), 2));
        MarkedSubmission marked = new MarkedSubmission(new Submission(new Learner("a", ""), "a.grad", null, Map.of(), null), marks, List.of(), null, 0);
        Counter out = new Counter();
        new CourseJson(false).write(new Course("p.grad", "p", items, List.of(marked)), out);
        assertTrue(out.length > LIMIT / 2 && out.length < LIMIT, "" + out.length);
        assertEquals(2, out.words.toString().split("witness", -1).length - 1);
        assertEquals(1, out.words.toString().split("would make the output larger than  MiB and are left out", -1).length - 1);
    }
}
