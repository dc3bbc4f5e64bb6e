package nabla.rule;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.forward.Noise;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.model.Handwork.Rule;
import nabla.model.Handwork.Trial;
import nabla.point.PointSampler;
import nabla.tensor.Tensor;

/**
 * A second look at a backward line whose gradient is 0 at every sampled input, as that of tanh(1e8*x): any rule that saturates passes there.
 * Nearer to 0 the line is compared with the rule that is derived.
 */
record Saturation(Trial trial, Rule rule) {

    private static final int POINTS = 3;
    private static final double NOTHING = 1e-15;
    private static final double SAME = 1e-6;
    private static final List<Double> SCALES = List.of(0x1p-7, 0x1p-14, 0x1p-21, 0x1p-28, 0x1p-35);

    /** Whether the line is wrong where the inputs are small, and the gradient is 0 at those that are not. */
    boolean hides() {
        PointSampler sampler = new PointSampler(trial.model().leaves(), List.of(trial.model().root()));
        Program program = new Program(List.of(rule.given(), rule.derived()));
        for (int i = 0; i < POINTS; i++) {
            if (Values.at(program, sampler.first(trial.model().seed() + i).point()).of(rule.derived()).largest() > NOTHING) {
                return false;
            }
        }
        Map<Input, Tensor> point = sampler.first(trial.model().seed()).point();
        return SCALES.stream().anyMatch(scale -> differ(Values.at(program, nearer(point, scale))));
    }

    /** What comes from above stays, and labels do. */
    private Map<Input, Tensor> nearer(Map<Input, Tensor> point, double scale) {
        Map<Input, Tensor> nearer = new IdentityHashMap<>(point);
        trial.model().leaves().stream().filter(leaf -> !leaf.constant() && leaf.node() != trial.model().upstream())
                .forEach(leaf -> nearer.computeIfPresent(leaf.node(), (input, value) -> Tensor.of(value.shape(), k -> scale * value.at(k))));
        return nearer;
    }

    private boolean differ(Values values) {
        Tensor given = values.of(rule.given());
        Tensor derived = values.of(rule.derived());
        if (derived.largest() <= NOTHING || !derived.isFinite()) {
            return false;
        }
        Noise noise = new Noise(values, List.of(rule.given(), rule.derived()), trial.model().seed());
        for (int k = 0; k < derived.count(); k++) {
            double allowed = SAME * derived.largest() + noise.of(rule.given())[k] + noise.of(rule.derived())[k];
            if (!(Math.abs(given.at(k) - derived.at(k)) <= allowed)) {
                return true;
            }
        }
        return false;
    }
}
