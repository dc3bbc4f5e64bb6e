package nabla.grade;

import java.util.List;
import nabla.report.ClaimReport.Witness;
import nabla.report.Mistake;

/**
 * What an answer earns, and why.
 *
 * @param marks    what it earns
 * @param alone    what it would earn without follow-through; the same for every other outcome
 * @param answer   what was handed in
 * @param remarks  what to tell the learner, a line each; never the solution
 * @param mistake  which mistake it is, or null
 * @param correct  what would have been right
 */
public record Mark(Item item, Outcome outcome, double marks, double alone, Answer answer, List<String> remarks, Mistake mistake, Correction correct) {

    /**
     * What was handed in.
     *
     * @param line    where it stands in the submission, from 1; 0 where there is none
     * @param written the answer as written; null without one
     */
    record Answer(int line, String written) {

        private static final Answer NONE = new Answer(0, null);
    }

    /**
     * What would have been right.
     *
     * @param witness  a point where the answer is wrong, with the right value, which only the teacher is shown; or null
     * @param solution the right answer, where solutions are to be revealed; empty where it would be too long, otherwise null
     */
    record Correction(Witness witness, String solution) {

        static final Correction NONE = new Correction(null, null);
    }

    /** A mark without an answer. */
    static Mark missing(Item item) {
        return new Mark(item, Outcome.MISSING, 0, 0, Answer.NONE, List.of(), null, Correction.NONE);
    }

    /** Where the answer stands in the submission, from 1; 0 where there is none. */
    public int line() {
        return answer.line();
    }

    /** The answer as written; null without one. */
    public String written() {
        return answer.written();
    }

    /** A point where it is wrong, with the right value, which only the teacher is shown; or null. */
    public Witness witness() {
        return correct.witness();
    }

    /** The right answer, where solutions are to be revealed; empty where it would be too long, otherwise null. */
    public String solution() {
        return correct.solution();
    }

    public boolean isFull() {
        return marks >= item.points();
    }
}
