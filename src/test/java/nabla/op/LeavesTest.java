package nabla.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nabla.graph.Constant;
import nabla.graph.ShapeMismatch;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeavesTest {

    private static Tensor leaf(String function, Map<String, List<Integer>> integers, Map<String, Tensor> constants) {
        RegistryCall call = new RegistryCall(function).drawing(5);
        integers.forEach(call::integers);
        constants.forEach(call::constant);
        return ((Constant) call.node()).value();
    }

    @Test
    void filled() {
        assertEquals(Samples.matrix("0 0 0; 0 0 0"), leaf("zeros", Map.of("m", List.of(2, 3)), Map.of()));
        assertEquals(Samples.matrix("1; 1"), leaf("ones", Map.of("m", List.of(2)), Map.of()));
        assertEquals(Samples.matrix("1 0; 0 1"), leaf("eye", Map.of("n", List.of(2)), Map.of()));
    }

    @Test
    void labelsBecomeRows() {
        assertEquals(Samples.matrix("0 0 1; 1 0 0"), leaf("onehot", Map.of("k", List.of(3)), Map.of("labels", Samples.matrix("2 0"))));
    }

    @ParameterizedTest
    @CsvSource({
        "2 3,   'labels[1] is 3,',     'classes count from 0: write onehot(labels - 1, 3)'",
        "0 5,   'labels[1] is 5,',     'classes count from 0: k has to be at least 6'",
        "0 -1,  'labels[1] is -1,',    'a label is the number of a class: 0, 1, 2, …'",
        "0.5 7, 'labels[0] is 0.5,',   'a label is the number of a class: 0, 1, 2, …'",
        "1e20,  'labels[0] is 1.0E20,', 'a label is the number of a class: 0, 1, 2, …'",
        "NaN,   'labels[0] is NaN,',   'a label is the number of a class: 0, 1, 2, …'"})
    void labelsOutsideAreRefused(String labels, String message, String hint) {
        Map<String, Tensor> given = Map.of("labels", Samples.matrix(labels));
        ShapeMismatch error = assertThrows(ShapeMismatch.class, () -> leaf("onehot", Map.of("k", List.of(3)), given));
        assertEquals("onehot: " + message + " no whole number from 0 to 2", error.getMessage());
        assertEquals(hint, error.hint());
    }

    @Test
    void randomLeavesHaveTheirMomentsAndRange() {
        Map<String, List<Integer>> size = Map.of("m", List.of(100, 200));
        Tensor normal = leaf("normal", size, Map.of("mean", Tensor.scalar(3), "std", Tensor.scalar(0.5)));
        assertEquals(new Shape(100, 200), normal.shape());
        assertEquals(3, Arrays.stream(normal.data()).average().orElseThrow(), 0.02);
        assertEquals(0.25, Arrays.stream(normal.data()).map(x -> (x - 3) * (x - 3)).average().orElseThrow(), 0.01);
        Tensor uniform = leaf("uniform", size, Map.of("low", Tensor.scalar(-2), "high", Tensor.scalar(2)));
        assertEquals(-2, Arrays.stream(uniform.data()).min().orElseThrow(), 0.01);
        assertEquals(2, Arrays.stream(uniform.data()).max().orElseThrow(), 0.01);
        assertNotEquals(normal.at(0), normal.at(1));
    }

    @ParameterizedTest
    @CsvSource({"10000, 5001, true, 'ones would be 10000×5001, more than 50 million entries'",
        "2000000000, 2000000000, true, 'ones would be 2000000000×2000000000, more than 50 million entries'",
        "0, 3, false, ones would be 0×3"})
    void sizesAreLimited(int rows, int columns, boolean refusal, String message) {
        ShapeMismatch error = assertThrows(ShapeMismatch.class, () -> leaf("ones", Map.of("m", List.of(rows, columns)), Map.of()));
        assertEquals(message, error.getMessage());
        assertEquals(refusal, error.isRefusal());
    }
}
