package nabla.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.op.Functions;
import nabla.point.PointSampler;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.tensor.Tensor;
import nabla.translate.Options;
import nabla.translate.Translator;

/** Graphs from text, with points. */
record Programs(Model model, List<Map<Input, Tensor>> points) {

    static Programs of(String text) {
        Model model = Translator.translate(new Reader(Functions.names()).read(new SourceText("test", text)),
                new Options(null, List.of(), false, null));
        PointSampler sampler = new PointSampler(model.leaves(), List.of(model.root()));
        List<Map<Input, Tensor>> points = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            points.add(sampler.another(100 + i).point());
        }
        return new Programs(model, points);
    }

    Node root() {
        return model.root();
    }

    Names names() {
        return new Names(Topology.order(List.of(model.root())));
    }

    /** The leaves that derivatives are taken by. */
    List<Input> targets() {
        return model.leaves().stream().filter(leaf -> !leaf.constant()).map(Leaf::node).toList();
    }

    /** The point of the text. */
    Map<Input, Tensor> here() {
        return new PointSampler(model.leaves(), List.of(model.root())).first(0).point();
    }
}
