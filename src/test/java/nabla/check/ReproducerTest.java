package nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.IdentityHashMap;
import java.util.Map;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.tensor.Tensor;
import nabla.translate.Options;
import nabla.translate.Translator;
import org.junit.jupiter.api.Test;

/** What the soak test prints of a graph is a program that computes the same number, to the last bit. */
class ReproducerTest {

    @Test
    void theTextOfAGraphReadsBack() {
        for (long seed = 0; seed < 150; seed++) {
            RandomGraph graph = Grower.grow(seed);
            Model model = Translator.translate(new Reader(Functions.names()).read(new SourceText("graph", graph.text())), Options.NONE);
            Map<Input, Tensor> point = new IdentityHashMap<>();
            model.leaves().forEach(leaf -> point.put(leaf.node(), leaf.value()));
            assertEquals(value(graph.root(), graph.point()), value(model.root(), point), graph.text());
        }
    }

    private static double value(Node root, Map<Input, Tensor> point) {
        return Values.of(root, point).at(0);
    }
}
