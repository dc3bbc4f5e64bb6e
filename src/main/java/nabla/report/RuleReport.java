package nabla.report;

import nabla.formula.Formula;
import nabla.verdict.Verdict;

/**
 * A hand-written backward line and what became of it, given the right gradients from the lines above.
 *
 * @param op      the operation that it is of
 * @param place   where it stands, and which gradient it gives
 * @param sides   what is written there, and what is right
 * @param worst   the entry that is furthest off, or null
 * @param mistake or null
 * @param through for a right line: the wrong line above that nevertheless makes its gradient wrong
 * @param hint    what may have been meant instead, or null
 */
public record RuleReport(String op, RuleLine place, Sides sides, Verdict verdict, Worst worst, Mistake mistake, RuleLine through, String hint) {

    /**
     * What is written and what is right.
     *
     * @param text     its right side as it was written; null if no line was
     * @param written  the same as a formula
     * @param expected the rule the tool derives, over the gradients of the lines above
     */
    public record Sides(String text, Formula written, Formula expected) { }

    public boolean isWrong() {
        return verdict.isWrong();
    }

    public int line() {
        return place.line();
    }

    /** What stands on its left side. */
    public String gradient() {
        return place.gradient();
    }

    /** Its right side as it was written; null if no line was. */
    public String text() {
        return sides.text();
    }

    /** Its right side as a formula. */
    public Formula written() {
        return sides.written();
    }

    /** The rule the tool derives, over the gradients of the lines above. */
    public Formula expected() {
        return sides.expected();
    }
}
