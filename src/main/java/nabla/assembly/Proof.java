package nabla.assembly;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.check.NodeResult;
import nabla.check.VerifiedGraph;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.mistake.Exposure;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.point.PointSampler;
import nabla.report.Report.Warning;
import nabla.report.WarningCode;
import nabla.tensor.Tensor;

/** What a pass at the point of the text does not prove. */
record Proof(Model model, VerifiedGraph checked) {

    private static final int OTHERS = 4;
    private static final Set<WarningCode> STILL = EnumSet.of(WarningCode.CONSTANT, WarningCode.ZERO);

    List<Warning> warnings() {
        if (Exposure.isTooLarge(checked.order())) {
            return List.of();
        }
        List<Node> targets = new ArrayList<>();
        model.leaves().stream().filter(leaf -> !leaf.constant()).map(Leaf::node).forEach(targets::add);
        PointSampler sampler = new PointSampler(model.leaves(), List.of(model.root()));
        List<Map<Input, Tensor>> others = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            others.add(sampler.another(model.seed() * 41 + i).point());
        }
        List<Warning> warnings = new ArrayList<>(Exposure.of(model.root(), targets, checked.points().get(0), others, checked.names()));
        // A gradient of zero that is wrong says nothing about the function.
        warnings.removeIf(warning -> STILL.contains(warning.code()) && targets.stream().anyMatch(this::isWrong));
        return warnings;
    }

    private boolean isWrong(Node target) {
        NodeResult result = checked.results().get(target);
        return result != null && result.isWrong();
    }
}
