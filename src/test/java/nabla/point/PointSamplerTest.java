package nabla.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Node;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.translate.Options;
import nabla.translate.Translator;
import org.junit.jupiter.api.Test;

class PointSamplerTest {

    private static Model model(String text) {
        return Translator.translate(new Reader(Functions.names()).read(new SourceText("points", text)), Options.NONE);
    }

    private static Values values(Model model, int draw) {
        return Values.at(new Program(List.of(model.root())), Points.draws(model).get(draw).point());
    }

    /** A bias that puts out every unit, or none, is as far from all edges as can be, and shows nothing. */
    @Test
    void aLargeLayerIsNeitherOutNorOnAsAWhole() {
        Model model = model("X in R(4, 2, 9, 9)\nW in R(5, 2, 3, 3)\nb in R(1, 5)\nH = relu(conv2d(X, W) + reshape(b, 1, 5, 1, 1))\nL = sum(H^2)");
        Node units = model.definitions().stream().filter(node -> "H".equals(node.name())).findFirst().orElseThrow();
        for (int draw = 0; draw < Points.SAMPLED; draw++) {
            double[] found = values(model, draw).of(units).data();
            long on = Arrays.stream(found).filter(x -> x > 0).count();
            assertTrue(on > 0 && on < found.length, draw + ": " + on + " of " + found.length);
        }
    }

    /** What is worked out again after one input has moved is what would be worked out from nothing. */
    @Test
    void aPointMovedInSomeInputsHasTheValuesOfThatPoint() {
        Model model = model("X in R(3, 4)\ns in R\nW in R(4, 2)\nt = s^2 + 1\nH = tanh(X @ W)*t\nL = sum(H) + log(t)");
        Program program = new Program(List.of(model.root()));
        List<PointSampler.Draw> draws = Points.draws(model);
        Values before = Values.at(program, draws.get(0).point());
        for (Model.Leaf leaf : model.leaves()) {
            var point = new java.util.IdentityHashMap<>(draws.get(0).point());
            point.put(leaf.node(), draws.get(1).point().get(leaf.node()));
            Values moved = before.moved(List.of(leaf.node()), point);
            Values fresh = Values.at(program, point);
            for (int place = 0; place < program.size(); place++) {
                assertEquals(fresh.at(place), moved.at(place), leaf.node() + ", " + program.node(place));
            }
        }
    }
}
