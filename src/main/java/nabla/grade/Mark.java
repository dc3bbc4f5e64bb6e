package nabla.grade;

import java.util.List;
import nabla.report.Report.Mistake;
import nabla.report.Report.Witness;

/**
 * What an answer earns, and why.
 *
 * @param marks    what it earns
 * @param alone    what it would earn without follow-through; the same for every other outcome
 * @param line     where it stands in the submission, from 1; 0 where there is none
 * @param written  the answer as written; null without one
 * @param remarks  what to tell the learner, a line each; never the solution
 * @param mistake  which mistake it is, or null
 * @param witness  a point where it is wrong, with the right value, which only the teacher is shown; or null
 * @param solution the right answer, where solutions are to be revealed; empty where it would be too long, otherwise null
 */
public record Mark(Item item, Outcome outcome, double marks, double alone, int line, String written, List<String> remarks, Mistake mistake,
        Witness witness, String solution) {

    /** A mark without an answer. */
    static Mark missing(Item item) {
        return new Mark(item, Outcome.MISSING, 0, 0, 0, null, List.of(), null, null, null);
    }

    public boolean isFull() {
        return marks >= item.points();
    }
}
