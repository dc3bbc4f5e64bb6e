package nabla.check;

import nabla.report.Verdict;
import nabla.translate.Handwork;

/**
 * A backward line and what became of it.
 *
 * @param verdict the worst over all trials and points
 * @param worst   the finding that decided; null for a line that cannot be used
 * @param entry   its entry of the gradient, counted row by row
 * @param trial   the trial it was found in
 * @param place   the place of the rule among those of the trial
 */
public record RuleResult(Handwork handwork, Handwork.Rule rule, Verdict verdict, Finding worst, int entry, Handwork.Trial trial,
        int place) { }
