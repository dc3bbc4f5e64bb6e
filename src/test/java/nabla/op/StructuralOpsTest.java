package nabla.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.number.BigFloat;
import nabla.number.PlainDouble;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every function that is no operation on entries: kernels agree with each other, rules with differences of the kernels. */
class StructuralOpsTest {

    @ParameterizedTest(name = "{0}({1}) {2}")
    @CsvFileSource(resources = "structural-calls.csv", delimiter = '|')
    void kernelsAgreeAndRulesAreRight(String function, String arguments, String integers) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        Map<Node, Tensor> values = new LinkedHashMap<>();
        for (String argument : arguments.split(";")) {
            String[] parts = argument.strip().split(" +", 3);
            Input input = new Input(parts[0], Samples.shape(parts[1]));
            inputs.put(parts[0], input);
            values.put(input, Samples.draw(input.shape(), parts.length == 3 ? parts[2] : "", 17 + inputs.size()));
        }
        Apply node = Samples.call(function, inputs, integers);
        List<Tensor> matrices = node.arguments().stream().map(values::get).toList();
        Tensor result = Tensor.filled(node.shape(), 12345);
        node.op().value(matrices.toArray(Tensor[]::new), result);

        assertClose(result, over(node, matrices, PlainDouble.ZERO));
        assertClose(result, over(node, matrices, Rules.ZERO));
        Map<Node, Numbers<BigFloat>> known = Evaluation.bind(node.arguments(), numbers(matrices, Rules.ZERO));
        Node definition = node.op().definition(node);
        if (definition != null) {
            assertEquals(node.shape(), definition.shape());
            assertClose(result, Evaluation.value(definition, known, Rules.ZERO));
        }
        assertTrue(Rules.check(node, known) >= node.arguments().size());
        Apply broken = new Apply(null, new Broken(node.op()), node.arguments());
        assertThrows(AssertionError.class, () -> Rules.check(broken, known));
    }

    private static <T extends Real<T>> List<Numbers<T>> numbers(List<Tensor> matrices, T zero) {
        return matrices.stream().map(matrix -> Evaluation.numbers(matrix, zero)).toList();
    }

    private static <T extends Real<T>> Numbers<T> over(Apply node, List<Tensor> matrices, T zero) {
        Numbers<T> result = Evaluation.zeros(node.shape(), zero.add(12345));
        node.op().value(numbers(matrices, zero), result);
        return result;
    }

    private static <T extends Real<T>> void assertClose(Tensor expected, Numbers<T> actual) {
        assertEquals(expected.shape(), actual.shape());
        double[] reals = actual.entries().stream().mapToDouble(Real::getReal).toArray();
        assertArrayEquals(expected.data(), reals, 1e-13 * Math.max(1, expected.largest()));
    }

    @ParameterizedTest(name = "{0}({1})")
    @CsvFileSource(resources = "structural-special-values.csv", delimiter = '|')
    void specialValues(String call, String arguments, String value, String gradient) {
        String function = call.split(" ")[0];
        List<Tensor> matrices = Arrays.stream(arguments.split("&")).map(Samples::matrix).toList();
        Map<String, Input> inputs = new LinkedHashMap<>();
        Map<Node, Tensor> values = new LinkedHashMap<>();
        for (Tensor matrix : matrices) {
            List<Function.Parameter> parameters = Functions.find(function).parameters();
            String name = parameters.get(0).repeated() ? String.valueOf((char) ('A' + inputs.size())) : parameters.get(inputs.size()).name();
            inputs.put(name, new Input(name, matrix.shape()));
            values.put(inputs.get(name), matrix);
        }
        Apply node = Samples.call(function, inputs, call.contains(" ") ? call.substring(function.length()) : null);
        assertMatrix(Samples.matrix(value), Evaluation.value(node, values));
        if (gradient != null) {
            Node adjoint = node.op().adjoint(0, node, Algebra.ones(node.shape()));
            Tensor actual = Evaluation.value(Algebra.stretch(adjoint, node.argument(0).shape()), values);
            assertMatrix(Samples.matrix(gradient), actual);
        }
    }

    /** A table has rows only: of a tensor the entries are compared. */
    private static void assertMatrix(Tensor expected, Tensor actual) {
        assertEquals(actual.shape().isMatrix() ? expected.shape().toString() : String.valueOf(expected.count()),
                actual.shape().isMatrix() ? actual.shape().toString() : String.valueOf(actual.count()));
        for (int k = 0; k < expected.count(); k++) {
            double close = Math.abs(expected.at(k)) * 1e-14 + (expected.at(k) == 0 ? 1e-15 : 0);
            assertEquals(expected.at(k), actual.at(k), Double.isFinite(close) ? close : 0, "entry " + k);
        }
    }

    @Test
    void everyFunctionHasRows() throws IOException {
        Set<String> functions = Functions.all().stream().filter(StructuralOpsTest::isStructural).map(Function::name)
                .collect(Collectors.toCollection(TreeSet::new));
        functions.removeAll(TensorUses.names());
        assertEquals(functions, named("structural-calls.csv"));
        assertEquals(functions, named("structural-special-values.csv"));
    }

    /** Of whatever family: what does not work entry by entry, or not always. */
    private static boolean isStructural(Function function) {
        return function.op() != null && (!function.op().elementwise() || function.parameters().contains(Parameters.AXIS));
    }

    private static Set<String> named(String table) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(StructuralOpsTest.class.getResourceAsStream(table), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\\|")[0].strip().split(" ")[0])
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
