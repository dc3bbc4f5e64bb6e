package nabla.rule;

import nabla.check.Finding;
import nabla.model.Handwork;
import nabla.verdict.Verdict;

/**
 * A backward line and what became of it.
 *
 * @param verdict the worst over all trials and points, judged over the right gradients in the place of those of the lines above
 * @param worst   the finding that decided; null for a line that cannot be used
 * @param entry   its entry of the gradient, counted row by row
 * @param trial   the trial it was found in
 * @param place   the place of the rule among those of the trial
 * @param through the first wrong line above that this one builds on: for its sake alone the gradient is wrong; null if it is not
 */
public record RuleResult(Handwork handwork, Handwork.Rule rule, Verdict verdict, Finding worst, int entry, Handwork.Trial trial,
        int place, Handwork.Rule through) {

    RuleResult through(Handwork.Rule wrong) {
        return new RuleResult(handwork, rule, verdict, worst, entry, trial, place, wrong);
    }

    /** Whether the line itself is wrong. */
    public boolean isWrong() {
        return verdict.isWrong();
    }

    /** The line that makes the gradient wrong: this one, or one above; null if the gradient is right. */
    public Handwork.Rule blamed() {
        return isWrong() ? rule : through;
    }
}
