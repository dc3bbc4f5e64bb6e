package nabla.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.graph.Trait;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A loss knows over how much it is a mean: it stays what it is where every example comes twice. */
class AveragesTest {

    static Stream<Function> losses() {
        return Functions.all().stream().filter(function -> function.is(Trait.LOSS));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void examplesThatComeTwiceAreCountedTwice(Function function) {
        Apply once = use(function, 3);
        Apply twice = use(function, 6);
        boolean mean = once.op().is(Trait.AVERAGES);
        assertEquals(mean, once.op().averaged(once) > 0);
        assertEquals(2 * once.op().averaged(once), twice.op().averaged(twice));
        assertEquals((mean ? 1 : 2) * value(once), value(twice), 1e-14);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void probabilitiesOfLogitsAddUpToOne(Function function) {
        Apply loss = use(function, 3);
        if (loss.op().probabilities() != null) {
            Node probabilities = new Apply(loss.op().probabilities(), loss.argument(0));
            assertEquals(3, value(Algebra.sum(probabilities)), 1e-14);
            Node spelled = new Apply(new CrossEntropies.CrossEntropy(((CrossEntropies.SoftmaxCrossEntropy) loss.op()).axes()), probabilities, loss.argument(1));
            assertEquals(value(spelled), value(loss), 1e-14);
        }
    }

    /** One example a line, of a tensor too. */
    @ParameterizedTest
    @MethodSource("losses")
    void theLinesOfATensorAreItsExamples(Function function) {
        Apply once = use(function, Shape.of(2, 3, 4));
        Apply twice = use(function, Shape.of(4, 3, 4));
        boolean mean = once.op().is(Trait.AVERAGES);
        assertEquals(2 * once.op().averaged(once), twice.op().averaged(twice));
        assertEquals((mean ? 1 : 2) * value(once), value(twice), 1e-13);
        if (once.op().probabilities() != null) {
            assertEquals(6, once.op().averaged(once));
        }
    }

    private static Apply use(Function function, int examples) {
        return use(function, new Shape(examples, 4));
    }

    private static Apply use(Function function, Shape shape) {
        RegistryCall call = new RegistryCall(function);
        function.parameters().stream().filter(parameter -> parameter.kind() == Function.Kind.MATRIX && parameter.fallback() == null)
                .forEach(parameter -> call.with(parameter.name(), new Input(parameter.name(), shape)));
        function.parameters().stream().filter(parameter -> parameter.kind() == Function.Kind.CONSTANT && parameter.fallback() != null)
                .forEach(parameter -> call.constant(parameter.name(), Tensor.scalar(parameter.fallback())));
        return (Apply) call.node();
    }

    /** Every third example is the same. */
    private static double value(Node node) {
        Program program = new Program(List.of(node));
        Map<Input, Tensor> point = new IdentityHashMap<>();
        Topology.order(List.of(node)).stream().filter(Input.class::isInstance).map(Input.class::cast)
                .forEach(input -> point.put(input, Tensor.of(input.shape(), k -> 0.1 + 0.07 * (k % 12) + 0.001 * (input.name().hashCode() % 7))));
        Tensor value = Values.at(program, point).of(node);
        assertTrue(value.isFinite());
        return value.at(0);
    }
}
