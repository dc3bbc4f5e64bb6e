package nabla.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.number.BigFloat;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations on more than two dimensions: kernels agree with each other, rules (of rules, too) with differences of the kernels at 60 digits. */
class TensorOpsTest {

    static Stream<Apply> uses() {
        return TensorUses.all();
    }

    @ParameterizedTest
    @MethodSource("uses")
    void kernelsAgreeAndRulesAreRight(Apply use) {
        Map<Node, Tensor> values = new LinkedHashMap<>();
        inputs(use).forEach(input -> values.put(input, TensorUses.value(input, 7)));
        Tensor result = Evaluation.value(use, values);
        Map<Node, Numbers<BigFloat>> known = new LinkedHashMap<>();
        inputs(use).forEach(input -> known.put(input, Evaluation.numbers(values.get(input), Rules.ZERO)));
        assertClose(result, Evaluation.value(use, new LinkedHashMap<>(known), Rules.ZERO));
        Node definition = use.op().definition(use);
        if (definition != null) {
            assertEquals(use.shape(), definition.shape());
            assertClose(result, Evaluation.value(definition, new LinkedHashMap<>(known), Rules.ZERO));
        }
        assertTrue(Rules.check(use, new LinkedHashMap<>(known)) >= (use.op() instanceof Extremes.Winners ? 0 : 1));
        if (use.op().adjoint(0, use, use) != null) {
            Apply broken = new Apply(null, new Broken(use.op()), use.arguments());
            assertThrows(AssertionError.class, () -> Rules.check(broken, new LinkedHashMap<>(known)));
        }
    }

    @Test
    void everyFunctionOfTensorsIsUsed() {
        Set<String> used = uses().map(use -> use.op().symbol()).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(TensorUses.names());
        missing.removeIf(name -> used.contains(Functions.find(name).op().symbol()));
        assertEquals(Set.of(), missing);
    }

    private static List<Input> inputs(Apply use) {
        return Topology.order(List.of(use)).stream().filter(Input.class::isInstance).map(Input.class::cast).toList();
    }

    private static <T extends Real<T>> void assertClose(Tensor expected, Numbers<T> actual) {
        assertEquals(expected.shape(), actual.shape());
        double[] reals = actual.entries().stream().mapToDouble(Real::getReal).toArray();
        assertArrayEquals(expected.data(), reals, 1e-13 * Math.max(1, expected.largest()));
    }
}
