package nabla.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nabla.check.CheckPrecision;
import nabla.check.Checker;
import nabla.check.Finding;
import nabla.check.NodeResult;
import nabla.check.VerifiedGraph;
import nabla.graph.Topology;
import nabla.model.Handwork;
import nabla.model.Handwork.Rule;
import nabla.model.Handwork.Trial;
import nabla.verdict.Verdict;

/**
 * Judges the backward lines of hand-written operations by differences, each on its own: at sampled inputs, sizes and upstream gradients,
 * and over the right gradients in the place of those that the lines above work out. What inherits a mistake is no second mistake.
 */
public final class RuleChecker {

    private final CheckPrecision precision;

    public RuleChecker(CheckPrecision precision) {
        this.precision = precision;
    }

    /** One result for each line and for each parameter without one (labels left out), in the order of the text; of several trials the worst counts. */
    public List<RuleResult> check(Handwork handwork) {
        List<RuleResult> results = judged(handwork);
        Map<String, String> meant = new LocalLines(handwork).meant(results);
        return meant.isEmpty() ? results : judged(new Handwork(handwork.name(), handwork.span(), handwork.retold().apply(meant), handwork.retold()));
    }

    private List<RuleResult> judged(Handwork handwork) {
        List<RuleResult> results = new ArrayList<>();
        for (Trial trial : handwork.trials()) {
            boolean verified = trial.rules().stream().anyMatch(rule -> rule.given() != null && rule.problem() == null);
            VerifiedGraph checked = verified ? new Checker(trial.model(), precision).run() : null;
            for (int i = 0; i < trial.rules().size(); i++) {
                RuleResult result = result(handwork, trial, i, checked);
                if (results.size() <= i) {
                    results.add(result);
                } else if (rank(result) > rank(results.get(i))) {
                    results.set(i, result);
                }
            }
            if (trial.rules().stream().anyMatch(rule -> rule.problem() != null)) {
                break;
            }
        }
        results.removeIf(RuleChecker::isData);
        results.sort(Comparator.comparingInt(result -> line(result.rule())));
        results.replaceAll(RuleChecker::asWritten);
        for (int i = 0; i < results.size(); i++) {
            results.set(i, results.get(i).through(through(results.get(i), results.subList(0, i))));
        }
        return results;
    }

    /** A line that makes up for what is missing above, as where 1/m is left to the parameters, is right as it is written. */
    private static RuleResult asWritten(RuleResult result) {
        boolean right = result.isWrong() && result.rule().problem() == null && result.place() < parameters(result)
                && result.trial().rules().stream().anyMatch(other -> isUsed(other, result.rule()))
                && result.handwork().trials().stream().noneMatch(trial -> isSpoiled(trial, trial.rules().get(result.place())));
        return right ? new RuleResult(result.handwork(), result.rule(), new Verdict.Agreement(false), null, -1, result.trial(), result.place(), null)
                : result;
    }

    /** Whether a line builds on another. */
    private static boolean isUsed(Rule other, Rule by) {
        return other.right() != null && Topology.order(List.of(by.given())).contains(other.right());
    }

    /** How many of the rules are for parameters, which come first: an operation passes on nothing else. */
    private static int parameters(RuleResult result) {
        return (int) result.trial().model().leaves().subList(0, result.trial().rules().size()).stream().filter(leaf -> leaf.value() == null).count();
    }

    /** Labels have no gradient, unless there is a line for it. */
    private static boolean isData(RuleResult result) {
        return result.rule().span() == null && result.trial().model().leaves().get(result.place()).constant();
    }

    /** Lines that were not written come last. */
    private static int line(Rule rule) {
        return rule.span() == null ? Integer.MAX_VALUE : rule.span().start();
    }

    private static int rank(RuleResult result) {
        return Finding.without(result.verdict(), Double.NaN).rank();
    }

    /** With the gradients of the trial as they were verified; null where no line was written that could be. */
    private RuleResult result(Handwork handwork, Trial trial, int place, VerifiedGraph checked) {
        Rule rule = trial.rules().get(place);
        if (rule.problem() != null) {
            return new RuleResult(handwork, rule, new Verdict.Disagreement(rule.problem().message()), null, -1, trial, place, null);
        } else if (rule.given() == null) {
            return new RuleResult(handwork, rule, new Verdict.Unchecked("not given"), null, -1, trial, place, null);
        }
        NodeResult leaf = checked.results().get(trial.model().leaves().get(place).node());
        if (leaf.worst().agrees() && new Saturation(trial, rule).hides()) {
            return new RuleResult(handwork, rule, new Verdict.Disagreement("where the inputs are small; elsewhere the gradient is 0"), null, -1, trial,
                    place, null);
        }
        NodeResult elsewhere = leaf.worst().isWrong() ? null : new RuleCorners(trial, place, precision).wrong();
        NodeResult result = elsewhere == null ? leaf : elsewhere;
        Verdict verdict = isInfinite(result.worst()) ? new Verdict.Disagreement("not a finite number, and the derivative is one") : result.worst().verdict();
        return new RuleResult(handwork, rule, verdict, result.worst(), result.entry(), trial, place, null);
    }

    /** Whether a line has no finite value where there is a derivative, which was found without it. */
    private static boolean isInfinite(Finding found) {
        return !Double.isFinite(found.backprop()) && Double.isFinite(found.estimate());
    }

    /** The wrong line above that spoils this one. */
    private static Rule through(RuleResult result, List<RuleResult> above) {
        if (result.rule().given() == null || result.isWrong()) {
            return null;
        }
        List<Rule> rules = result.trial().rules();
        for (RuleResult other : above) {
            boolean used = isUsed(rules.get(other.place()), result.rule());
            if (used && other.blamed() != null && isSpoiled(result.trial(), result.rule())) {
                return other.blamed();
            }
        }
        return null;
    }

    /** Whether a line gives something else over the lines above as they were written. */
    private static boolean isSpoiled(Trial trial, Rule rule) {
        return new TrialPoints(trial).differ(rule.used(), rule.derived());
    }
}
