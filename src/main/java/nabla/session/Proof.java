package nabla.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.check.Checked;
import nabla.check.PointSampler;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.mistake.Exposure;
import nabla.report.Report.Warning;
import nabla.translate.Model;
import nabla.translate.Model.Leaf;

/** What a pass at the point of the text does not prove. */
record Proof(Model model, Checked checked) {

    private static final int OTHERS = 4;

    List<Warning> warnings() {
        if (Exposure.isTooLarge(model.root())) {
            return List.of();
        }
        List<Node> targets = new ArrayList<>();
        model.leaves().stream().filter(leaf -> !leaf.constant()).map(Leaf::node).forEach(targets::add);
        PointSampler sampler = new PointSampler(model.leaves(), List.of(model.root()));
        List<Map<Input, Matrix>> others = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            others.add(sampler.another(model.seed() * 41 + i).point());
        }
        return Exposure.of(model.root(), targets, checked.points().get(0), others, checked.names());
    }
}
