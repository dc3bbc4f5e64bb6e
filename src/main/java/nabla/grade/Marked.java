package nabla.grade;

import java.util.List;

/**
 * A submission with its marks.
 *
 * @param marks   one for each question, in the order of the problem
 * @param remarks about lines that answer no question, and about the submission as a whole
 * @param refused why all of it was refused, or could not be read; null otherwise
 * @param seconds how long that took
 */
public record Marked(Submission submission, List<Mark> marks, List<String> remarks, String refused, double seconds) {

    Marked took(double time) {
        return new Marked(submission, marks, remarks, refused, time);
    }

    /** Whether all of it was refused, rather than that it could not be read. */
    public boolean isRefused() {
        return refused != null && refused.startsWith("refused: ");
    }

    public double total() {
        return marks.stream().mapToDouble(Mark::marks).sum();
    }

    /** Without follow-through. */
    public double alone() {
        return marks.stream().mapToDouble(Mark::alone).sum();
    }

    /** Whether somebody should look at it. */
    public boolean needsEye() {
        return refused != null || !remarks.isEmpty() || marks.stream().anyMatch(mark -> mark.outcome().needsEye());
    }
}
