package nabla.rule;

import java.util.List;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Node;
import nabla.model.Handwork.Trial;
import nabla.point.PointSampler;
import nabla.tensor.Tensor;

/** A few points at which what stands in backward lines is compared. */
record TrialPoints(Trial trial) {

    private static final double SAME = 1e-8;
    private static final int POINTS = 3;

    /** Whether two nodes of a trial are not the same everywhere. */
    boolean differ(Node used, Node right) {
        PointSampler sampler = new PointSampler(trial.model().leaves(), List.of(trial.model().root()));
        Program program = new Program(List.of(used, right));
        for (int i = 0; i < POINTS; i++) {
            Values values = Values.at(program, sampler.first(trial.model().seed() + i).point());
            if (differ(values.of(used), values.of(right))) {
                return true;
            }
        }
        return false;
    }

    private static boolean differ(Tensor used, Tensor right) {
        for (int k = 0; k < right.count(); k++) {
            if (!(Math.abs(used.at(k) - right.at(k)) <= SAME * right.largest())) {
                return true;
            }
        }
        return false;
    }
}
