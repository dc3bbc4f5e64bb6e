package nabla.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Input;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.point.PointSampler;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.tensor.Tensor;
import nabla.translate.Options;
import nabla.translate.Translator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points at which a wrong way leads to the right number, or to one that three digits hardly tell from it. */
class DisguiseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // the path over v adds 0.003 to 3
        "u = 5p; v = exp(u); A = v - p^2; p = -1.5 | true",
        "u = 5p; v = exp(u); A = v - p^2; p = -0.4 | false",
        // a is so near 0 that a - 1 is nearly -1
        "z = 3x - 1; a = sigmoid(z); y = -log(a); x = -2 | true",
        "z = 3x - 1; a = sigmoid(z); y = -log(a); x = 0.6 | false",
        // every unit is on
        "H = relu(X @ W); L = sum(G*H); X = [-2, 3; 1, 3]; W = [-2, -2; 1, 2]; const G = [-2, 1; 3, 2] | true",
        "H = relu(X @ W); L = sum(G*H); W = [-2, -2; 1, 2]; X = [-2, 3; 1, 3]; const G = [-2, 1; 3, 2] | true",
        // an exponent that is not taken one lower
        "z = 3x^2; x = 1 | true",
        "z = 3x^2; x = 5 | false",
    })
    void tellsPointsThatHideMistakes(String text, boolean hidden) {
        Model model = Translator.translate(new Reader(Functions.names()).read(new SourceText("exercise", text)), Options.NONE);
        Map<Input, Tensor> point = new IdentityHashMap<>();
        model.leaves().forEach(leaf -> point.put(leaf.node(), leaf.value()));
        PointSampler sampler = new PointSampler(model.leaves(), List.of(model.root()));
        List<Map<Input, Tensor>> others = List.of(sampler.another(0).point(), sampler.another(1).point());
        assertEquals(hidden, new Disguise(model.root(), model.leaves().get(0).node(), others).hides(point));
    }
}
