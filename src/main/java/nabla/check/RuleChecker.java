package nabla.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.report.Verdict;
import nabla.translate.Handwork;
import nabla.translate.Handwork.Rule;
import nabla.translate.Handwork.Trial;

/**
 * Judges the backward lines of hand-written operations, each on its own: at sampled inputs, sizes and upstream gradients. The rule for
 * an argument is verified by differences; the gradient of an intermediate value is compared with the one the tool derives.
 */
public final class RuleChecker {

    private static final double EXACT = 1e-8;

    private final Precision precision;

    public RuleChecker(Precision precision) {
        this.precision = precision;
    }

    /** One result for each line that was written, in order; of several trials the worst counts. */
    public List<RuleResult> check(Handwork handwork) {
        List<RuleResult> results = new ArrayList<>();
        for (Trial trial : handwork.trials()) {
            boolean broken = trial.rules().stream().anyMatch(rule -> rule.problem() != null);
            Checked checked = new Checker(trial.model(), precision).run();
            for (int i = 0; i < trial.rules().size(); i++) {
                RuleResult result = result(handwork, trial, i, checked);
                if (results.size() <= i) {
                    results.add(result);
                } else if (rank(result) > rank(results.get(i))) {
                    results.set(i, result);
                }
            }
            if (broken) {
                break;
            }
        }
        return results;
    }

    private static int rank(RuleResult result) {
        return Finding.without(result.verdict(), Double.NaN).rank();
    }

    private RuleResult result(Handwork handwork, Trial trial, int place, Checked checked) {
        Rule rule = trial.rules().get(place);
        if (rule.problem() != null) {
            return new RuleResult(handwork, rule, new Verdict.Disagree(rule.problem().message()), null, -1, trial, place);
        } else if (rule.written() == null) {
            return new RuleResult(handwork, rule, new Verdict.Unchecked("not given"), null, -1, trial, place);
        }
        int parameters = trial.model().leaves().size() - 1;
        if (place < parameters) {
            NodeResult leaf = checked.results().get(trial.model().leaves().get(place).node());
            return new RuleResult(handwork, rule, leaf.worst().verdict(), leaf.worst(), leaf.entry(), trial, place);
        }
        return compared(handwork, trial, place, checked.points());
    }

    private RuleResult compared(Handwork handwork, Trial trial, int place, List<Map<Input, Matrix>> points) {
        Rule rule = trial.rules().get(place);
        Finding worst = null;
        int entry = -1;
        Tape tape = new Tape(List.of(rule.written(), rule.derived()));
        for (Map<Input, Matrix> point : points) {
            Values values = Values.at(tape, point);
            Noise noise = new Noise(values, List.<Node>of(rule.written(), rule.derived()), trial.model().seed());
            Matrix right = values.of(rule.derived());
            for (int k = 0; k < right.count(); k++) {
                double rounding = noise.of(rule.written())[k] + noise.of(rule.derived())[k];
                Finding finding = compared(values.of(rule.written()).at(k), right.at(k), EXACT * right.largest() + rounding);
                if (finding.worseThan(worst)) {
                    worst = finding;
                    entry = k;
                }
            }
        }
        return new RuleResult(handwork, rule, worst.verdict(), worst, entry, trial, place);
    }

    private static Finding compared(double written, double right, double allowed) {
        if (Double.isNaN(written + right)) {
            return Finding.without(new Verdict.Undefined("not a number"), written);
        }
        double off = Math.abs(written - right);
        Verdict verdict = off <= allowed ? new Verdict.Agree(false) : new Verdict.Disagree(null);
        return new Finding(verdict, written, right, allowed, off == 0 ? 0 : off / allowed, false);
    }
}
