package nabla.grade;

import java.util.ArrayList;
import java.util.List;
import nabla.source.Diagnostic;
import nabla.source.Excerpt;
import nabla.source.Obstacle;

/**
 * A submission with its marks.
 *
 * @param marks   one for each question, in the order of the problem
 * @param problems of lines that answer no question, and warnings about others
 * @param refused why all of it was refused, or could not be read; null otherwise
 * @param seconds how long that took
 */
public record MarkedSubmission(Submission submission, List<Mark> marks, List<Diagnostic> problems, Obstacle refused, double seconds) {

    /** Of so many lines that are wrong it is said what is wrong; nobody reads about thousands. */
    private static final int SHOWN = 20;

    static final Obstacle MEMORY = Obstacle.refused("it needs more memory than there is");

    MarkedSubmission took(double time) {
        return new MarkedSubmission(submission, marks, problems, refused, time);
    }

    /** Whether all of it was refused, rather than that it could not be read. */
    public boolean isRefused() {
        return refused != null && refused.refused();
    }

    /** Whether memory was lacking: perhaps because of others that were marked at the same time. */
    public boolean lacksMemory() {
        return MEMORY.equals(refused);
    }

    /** What is wrong with lines that answer no question: each line, and where in it; of very many the first. */
    public List<String> remarks() {
        List<String> lines = new ArrayList<>();
        problems.stream().limit(SHOWN).forEach(problem -> lines.addAll(Excerpt.lines(submission.answers(), problem)));
        if (problems.size() > SHOWN) {
            lines.add("and " + (problems.size() - SHOWN) + " more errors and warnings");
        }
        return lines;
    }

    /** Whether one of those lines cannot be read. */
    public boolean isUnreadable() {
        return problems.stream().anyMatch(Diagnostic::isError);
    }

    /** Whether one of those lines does what a submission may not. */
    public boolean isOffending() {
        return problems.stream().anyMatch(problem -> problem.isRefusal());
    }

    public double total() {
        return marks.stream().mapToDouble(Mark::marks).sum();
    }

    /** Without follow-through. */
    public double alone() {
        return marks.stream().mapToDouble(Mark::alone).sum();
    }

    /** Whether an answer is missing, and a line that answers nothing may have been meant as one. */
    public boolean isMislaid() {
        return !problems.isEmpty() && marks.stream().anyMatch(mark -> mark.outcome() == Outcome.MISSING);
    }

    /** Whether somebody should look at it. */
    public boolean needsEye() {
        return refused != null || isUnreadable() || isMislaid() || marks.stream().anyMatch(mark -> mark.outcome().needsEye());
    }
}
