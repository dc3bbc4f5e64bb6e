package nabla.rule;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import nabla.check.CheckPrecision;
import nabla.check.Checker;
import nabla.check.Finding;
import nabla.check.NodeResult;
import nabla.forward.Noise;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.model.Domain;
import nabla.model.Handwork.Rule;
import nabla.model.Handwork.Trial;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.point.Corners;
import nabla.point.PointSampler;
import nabla.tensor.Tensor;
import nabla.verdict.Text;

/**
 * A closer look at a backward line that is right at usual inputs and upstream gradients: it is compared with the derived rule in the {@link
 * Corners}, and where the two differ, differences decide.
 *
 * @param place of the line among the rules of the trial
 */
record RuleCorners(Trial trial, int place, CheckPrecision precision) {

    private static final int LOOKS = 4;
    private static final int USUAL = 3;
    private static final int LARGEST = 20_000;
    /** What differs by less than this share may be meant so: 1e-8 in a denominator keeps it from 0. */
    private static final double SAME = 1e-3;
    private static final double NOTHING = 1e-200;

    /** What differences found where the line is wrong; null if they found nothing. */
    NodeResult wrong() {
        Rule rule = trial.rules().get(place);
        Model model = trial.model();
        Program program = new Program(List.of(rule.given(), rule.derived(), model.root()));
        if (program.entries() > LARGEST) {
            return null;
        }
        PointSampler sampler = new PointSampler(model.leaves(), List.of(model.root()));
        List<Map<Input, Tensor>> usual = LongStream.range(0, USUAL).mapToObj(i -> sampler.first(model.seed() + i).point()).toList();
        Corners corners = new Corners(model.leaves(), usual, leaf -> leaf.value() == null, true, List.of(model.root(), rule.given()));
        SplittableRandom random = new SplittableRandom(model.seed() * 53 + place);
        int looks = 0;
        for (int i = 0; i < Corners.COUNT && looks < LOOKS; i++) {
            Map<Input, Tensor> point = corners.point(i, random);
            Values values = Values.at(program, point);
            if (values.of(model.root()).isFinite() && differ(values, rule, i)) {
                looks++;
                NodeResult result = at(point);
                if (result.worst().isWrong()) {
                    return result;
                }
            }
        }
        return null;
    }

    private boolean differ(Values values, Rule rule, int number) {
        Tensor given = values.of(rule.given());
        Tensor derived = values.of(rule.derived());
        double largest = Math.max(given.largest(), derived.largest());
        if (!given.isFinite() || !derived.isFinite() || largest < NOTHING || !isApart(given, derived, SAME * largest, null)) {
            return false;
        }
        Noise noise = new Noise(values, List.of(rule.given(), rule.derived()), trial.model().seed() + number);
        double[] rounding = noise.of(rule.given());
        for (int k = 0; k < rounding.length; k++) {
            rounding[k] += noise.of(rule.derived())[k];
        }
        return isApart(given, derived, SAME * largest, rounding);
    }

    private static boolean isApart(Tensor given, Tensor derived, double allowed, double[] rounding) {
        for (int k = 0; k < given.count(); k++) {
            if (Math.abs(given.at(k) - derived.at(k)) > allowed + (rounding == null ? 0 : rounding[k])) {
                return true;
            }
        }
        return false;
    }

    /** The gradient that the line gives, verified at one point. */
    private NodeResult at(Map<Input, Tensor> point) {
        Model model = trial.model();
        Input target = model.leaves().get(place).node();
        List<Leaf> leaves = model.leaves().stream()
                .map(leaf -> new Leaf(leaf.node(), leaf.node() != target, point.get(leaf.node()), new Domain.FixedValue())).toList();
        Model there = model.with(leaves);
        NodeResult result = Checker.ofLeaves(there, precision).run().results().get(target);
        Finding worst = result.worst();
        return worst.isWrong() ? result.at("at " + words(point)) : result;
    }

    /** The point: numbers as they are, of matrices the least and the largest entry. */
    private String words(Map<Input, Tensor> point) {
        StringBuilder words = new StringBuilder();
        for (Leaf leaf : trial.model().leaves()) {
            if (leaf.value() == null) {
                words.append(words.isEmpty() ? "" : ", ").append(leaf.node().name()).append(words(point.get(leaf.node())));
            }
        }
        return words.toString();
    }

    private static String words(Tensor value) {
        double least = value.at(0);
        double largest = value.at(0);
        for (double entry : value.data()) {
            least = Math.min(least, entry);
            largest = Math.max(largest, entry);
        }
        return value.count() == 1 ? " = " + Text.brief(least) : " from " + Text.brief(least) + " to " + Text.brief(largest);
    }
}
