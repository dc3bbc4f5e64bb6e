package nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import nabla.graph.Node;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.translate.Options;
import nabla.translate.Translator;
import nabla.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Networks with far more entries than 60 digits could look at, whose gradients are as small as the rounding noise of the loss: every entry
 * is verified all the same, and one that is off by a thousandth found.
 */
class SmallGradientsTest {

    private static final String NET = """
            seed 5
            const X = 1e-6*uniform(6, 30)
            const Y = onehot([0, 1, 2, 3, 0, 1], 4)
            mlp net {
              input X
              dense 12 %s
              dense 4 %s
              loss %s(Y)
            }
            """;

    private static Map<Node, NodeResult> check(String text) {
        Model model = Translator.translate(new Reader(Functions.names()).read(new SourceText("net", text)), Options.NONE);
        return new Checker(model, new CheckPrecision(1e-6, 0)).run().results();
    }

    @ParameterizedTest
    @CsvSource({"relu, linear, softmax_cross_entropy", "relu, softmax, cross_entropy", "tanh, linear, softmax_cross_entropy",
        "sigmoid, linear, softmax_cross_entropy", "sigmoid, softmax, cross_entropy", "tanh, linear, mse"})
    void everyEntryIsVerified(String activation, String last, String loss) {
        Map<Node, NodeResult> results = check(NET.formatted(activation, last, loss));
        results.forEach((node, result) -> {
            assertTrue(result.worst().verdict() instanceof Verdict.Agreement, node + ": " + result.worst());
            assertEquals(node.shape().count(), result.checked());
        });
        assertTrue(results.values().stream().anyMatch(result -> result.checked() == 360 && result.gradient().largest() < 1e-5));
    }

    @Test
    void oneEntryThatIsOffByAThousandthIsFound() {
        String text = """
                output L
                X = 1e-6*uniform(6, 30)
                Y = onehot([0, 1, 2, 3, 0, 1], 4)
                W1 = normal(30, 12)
                W2 = normal(12, 4)
                L = softmax_cross_entropy(tanh(X @ W1) @ W2, Y)""";
        String wrong = "dL/dW1*(1 + 1e-3*(onehot([7], 30).T @ onehot([3], 12)))";
        NodeResult result = Veiled.of(text, Map.of("W1", wrong)).check().get("W1");
        assertTrue(result.worst().verdict() instanceof Verdict.Disagreement, () -> result.worst().toString());
        assertEquals(List.of(7 * 12 + 3), List.of(result.entry()));
    }
}
