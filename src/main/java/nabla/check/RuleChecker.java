package nabla.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.matrix.Matrix;
import nabla.report.Verdict;
import nabla.translate.Handwork;
import nabla.translate.Handwork.Rule;
import nabla.translate.Handwork.Trial;

/**
 * Judges the backward lines of hand-written operations by differences, each on its own: at sampled inputs, sizes and upstream gradients,
 * and over the right gradients in the place of those that the lines above work out. What inherits a mistake is no second mistake.
 */
public final class RuleChecker {

    private static final double SAME = 1e-8;

    private final Precision precision;

    public RuleChecker(Precision precision) {
        this.precision = precision;
    }

    /** One result for each line and for each parameter without one (labels left out), in the order of the text; of several trials the worst counts. */
    public List<RuleResult> check(Handwork handwork) {
        List<RuleResult> results = new ArrayList<>();
        for (Trial trial : handwork.trials()) {
            Checked checked = new Checker(trial.model(), precision).run();
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
        for (int i = 0; i < results.size(); i++) {
            results.set(i, results.get(i).through(through(results.get(i), results.subList(0, i))));
        }
        return results;
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

    private RuleResult result(Handwork handwork, Trial trial, int place, Checked checked) {
        Rule rule = trial.rules().get(place);
        if (rule.problem() != null) {
            return new RuleResult(handwork, rule, new Verdict.Disagree(rule.problem().message()), null, -1, trial, place, null);
        } else if (rule.given() == null) {
            return new RuleResult(handwork, rule, new Verdict.Unchecked("not given"), null, -1, trial, place, null);
        }
        NodeResult leaf = checked.results().get(trial.model().leaves().get(place).node());
        return new RuleResult(handwork, rule, leaf.worst().verdict(), leaf.worst(), leaf.entry(), trial, place, null);
    }

    /** The wrong line above that spoils this one. */
    private static Rule through(RuleResult result, List<RuleResult> above) {
        if (result.rule().given() == null || result.isWrong()) {
            return null;
        }
        List<Rule> rules = result.trial().rules();
        List<Node> order = Topology.order(List.of(result.rule().given()));
        for (RuleResult other : above) {
            boolean used = order.contains(rules.get(other.place()).right());
            if (used && other.blamed() != null && isSpoiled(result)) {
                return other.blamed();
            }
        }
        return null;
    }

    /** Whether the line gives something else over the lines above as they were written. */
    private static boolean isSpoiled(RuleResult result) {
        PointSampler sampler = new PointSampler(result.trial().model().leaves(), List.of(result.trial().model().root()));
        Map<Input, Matrix> point = sampler.first(result.trial().model().seed()).point();
        Values values = Values.at(new Tape(List.of(result.rule().used(), result.rule().derived())), point);
        Matrix right = values.of(result.rule().derived());
        Matrix used = values.of(result.rule().used());
        for (int k = 0; k < right.count(); k++) {
            if (!(Math.abs(used.at(k) - right.at(k)) <= SAME * right.largest())) {
                return true;
            }
        }
        return false;
    }
}
