package nabla.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.number.BigFloat;
import nabla.tensor.Axes;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the classes of an example lie, what does not fit, and where there is no derivative. */
class ConventionsTest {

    private final Input z = new Input("Z", new Shape(3, 2));
    private final Input y = new Input("Y", new Shape(3, 2));
    private final Map<Node, Tensor> values = Evaluation.bind(List.of(z, y),
            List.of(Samples.matrix("0 1; 2 0; 0 0"), Samples.matrix("1 0; 0 1; 0 0")));

    @Test
    void oneExampleAColumnDividesByTheColumns() {
        Apply loss = (Apply) softmaxCrossEntropy("L", z, y, Axes.of(0));
        double first = Math.log(Math.exp(0) + Math.exp(2) + Math.exp(0)) - 0;
        double second = Math.log(Math.exp(1) + Math.exp(0) + Math.exp(0)) - 0;
        assertEquals((first + second) / 2, Evaluation.value(loss, values).at(0), 1e-15);
        Map<Node, Numbers<BigFloat>> points = Evaluation.bind(List.of(z, y), List.of(Rules.draw(z.shape(), 1), Rules.draw(y.shape(), 2)));
        assertTrue(Rules.check(loss, points) > 2);
        Formula logs = Formula.call("log_softmax", List.of(Formula.name("Z"), new Formula.NamedArgument("axis", Formula.number(0))));
        Formula sum = Formula.call("sum", List.of(Formula.infix("*", Formula.name("Y"), logs)));
        assertEquals(new Formula.Negation(Formula.infix("/", sum, Formula.call("cols", List.of(Formula.name("Z"))))),
                loss.op().formula(List.of(Formula.name("Z"), Formula.name("Y"))));
    }

    @Test
    void oneExampleARowIsWrittenAsACall() {
        assertEquals(Formula.call("cross_entropy", List.of(Formula.name("P"), Formula.name("Y"))),
                ((Apply) crossEntropy(null, z, y, Axes.of(1))).op().formula(List.of(Formula.name("P"), Formula.name("Y"))));
    }

    @Test
    void manyExamplesOfOneClassAreNotOneExample() {
        Input column = new Input("Z", new Shape(4, 1));
        Node loss = crossEntropy(null, column, column, Axes.of(1));
        Tensor halves = Tensor.filled(column.shape(), 0.5);
        assertEquals(Math.log(2) / 2, Evaluation.value(loss, Evaluation.bind(List.of(column), List.of(halves))).at(0), 1e-15);
        assertEquals(Tensor.filled(column.shape(), 1),
                Evaluation.value(softmax(null, column, Axes.of(1)), Evaluation.bind(List.of(column), List.of(halves))));
    }

    @ParameterizedTest(name = "{0} of {1} and {2}")
    @CsvSource(delimiter = '|', value = {
        "bce | 3x1 | 1x3 | bce does not fit 3×1 and 1×3, entry by entry | did you mean B.T?",
        "mse | 3x2 | 2x2 | mse does not fit 3×2 and 2×2, entry by entry | both sides need the same shape",
        "softmax_cross_entropy | 3x4 | 3x1 | softmax_cross_entropy does not fit 3×4 and 3×1: one entry of Y for each class"
                + " | did you mean onehot(Y, 4)?",
        "cross_entropy | 3x4 | 4x3 | cross_entropy does not fit 3×4 and 4×3: one entry of Y for each class | did you mean Y.T?",
        "dot | 3x2 | 2x2 | dot does not fit 3×2 and 2×2: 6 entries and 4 | did you mean A @ B?",
        "solve | 2x2 | 1x2 | solve does not fit 2×2 and 1×2: the right side needs 2 rows | did you mean solve(A, b.T)?",
        "solve | 2x3 | 2x1 | solve needs a square matrix, not 2×3 | A.T @ A is 3×3",
        "conv2d | 2x3x5x5 | 4x2x3x3 | conv2d does not fit 2×3×5×5 and 4×2×3×3: it needs equal channels, 3 and 2"
                + " | the second size of each counts its channels: a filter of 4×3×3×3 fits",
        "outer | 10000x1 | 10000x1 | outer would be 10000×10000, more than 50 million entries | take smaller sizes",
    })
    void shapesThatDoNotFitAreNamed(String function, String first, String second, String message, String hint) {
        List<String> names = Functions.find(function).parameters().stream().map(Function.Parameter::name).toList();
        Map<String, Input> inputs = Map.of(names.get(0), new Input("a", Samples.shape(first)),
                names.get(1), new Input("b", Samples.shape(second)));
        ShapeMismatch error = assertThrows(ShapeMismatch.class, () -> Samples.call(function, inputs, null));
        assertEquals(message, error.getMessage());
        assertEquals(hint, error.hint());
        assertEquals(message.contains("million entries"), error.isRefusal());
    }

    @Test
    void anAxisIsZeroOrOne() {
        assertThrows(ShapeMismatch.class, () -> Samples.call("mean", Map.of("A", z), "axis=2"));
        assertThrows(ShapeMismatch.class, () -> Samples.call("mean", Map.of("A", z), "axis=-3"));
    }

    @Test
    void probabilitiesOfClassesThatDidNotOccurAreFree() {
        Apply loss = (Apply) crossEntropy(null, z, y, Axes.of(-1));
        Guard guard = loss.op().guards(loss).get(0);
        assertEquals(Guard.Kind.DOMAIN, guard.kind());
        assertEquals(Samples.matrix("0 1; 1 0; 1 1"), Evaluation.value(guard.distance(), values));
    }

    @Test
    void theLeadOfAWinnerIsNeverPositive() {
        for (String function : List.of("max", "min")) {
            Apply best = Samples.call(function, Map.of("a", z), "axis=1");
            Guard guard = best.op().guards(best).get(0);
            assertEquals(Guard.Kind.WINNER, guard.kind());
            assertEquals(1, guard.axes().number());
            Tensor lead = Evaluation.value(guard.distance(), values);
            assertEquals(function.equals("max") ? Samples.matrix("-1 0; 0 -2; 0 0") : Samples.matrix("0 -1; -2 0; 0 0"),
                    Tensor.of(lead.shape(), k -> lead.at(k) + 0.0));
        }
    }

    @Test
    void whoWinsDoesNotChangeBetweenTies() {
        Apply winners = new Apply(new Extremes.Winners(true, Axes.of(1)), z);
        assertEquals(Samples.matrix("0 1; 1 0; 0.5 0.5"), Evaluation.value(winners, values));
        assertNull(winners.op().adjoint(0, winners, y));
        assertFalse(winners.op().guards(winners).isEmpty());
    }

    private static Node softmax(String name, Node z, Axes axes) {
        return new Apply(name, new Softmaxes.Softmax(Axis.conventional(z.shape(), axes)), List.of(z));
    }

    private static Node crossEntropy(String name, Node p, Node y, Axes axes) {
        return new Apply(name, new CrossEntropies.CrossEntropy(Axis.conventional(p.shape(), axes)), List.of(p, y));
    }

    private static Node softmaxCrossEntropy(String name, Node z, Node y, Axes axes) {
        return new Apply(name, new CrossEntropies.SoftmaxCrossEntropy(Axis.conventional(z.shape(), axes)), List.of(z, y));
    }
}
