package nabla.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.number.Foreign;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Products, sums and changes of shape: both kernels agree, and the rule is the derivative that forward-mode numbers give. */
class BasicStructureTest {

    private final Random random = new Random(7);

    static Stream<Arguments> uses() {
        return Stream.of(
                use(new Matmul(), 2, 3, 3, 4), use(new Matmul(), 1, 3, 3, 1), use(new Matmul(), 3, 1, 1, 2),
                use(new Transpose(), 2, 3), use(new Transpose(), 1, 4),
                use(new Sum(-1), 3, 2), use(new Sum(0), 3, 2), use(new Sum(1), 3, 2), use(new Sum(0), 1, 3), use(new Sum(1), 1, 3),
                use(new Stretch(new Shape(2, 3)), 1, 1), use(new Stretch(new Shape(2, 3)), 1, 3), use(new Stretch(new Shape(2, 3)), 2, 1),
                use(new Reshape(new Shape(3, 2)), 2, 3), use(new Reshape(new Shape(6, 1)), 2, 3),
                use(Binary.MUL, 2, 3, 1, 3), use(Binary.SUB, 2, 1, 2, 3), use(Binary.ADD, 2, 1, 1, 3), use(Binary.DIV, 1, 1, 2, 2),
                use(Binary.DIV, 2, 2, 1, 1), use(Binary.SUB, 1, 1, 2, 2), use(Binary.MUL, 2, 2, 1, 1), use(Binary.ADD, 2, 2, 2, 2),
                use(Ternary.WHERE, 2, 1, 1, 3, 2, 3), use(Winner.MAX, 2, 1, 1, 3, 2, 3));
    }

    private static Arguments use(Op op, int... sizes) {
        List<Shape> shapes = new ArrayList<>();
        for (int k = 0; k < sizes.length; k += 2) {
            shapes.add(new Shape(sizes[k], sizes[k + 1]));
        }
        return Arguments.of(op, shapes);
    }

    @ParameterizedTest
    @MethodSource("uses")
    void ruleIsTheDerivativeOfTheKernel(Op op, List<Shape> shapes) {
        List<Input> inputs = shapes.stream().map(shape -> new Input("x", shape)).toList();
        List<Tensor> values = shapes.stream().map(this::sample).toList();
        Apply node = new Apply(null, op, inputs);
        Tensor upstream = sample(node.shape());
        DerivativeStructure inner = forward(op, values, upstream);
        Tensor value = Evaluation.value(node, bind(inputs, values));
        double sum = 0;
        for (int k = 0; k < value.count(); k++) {
            sum += value.at(k) * upstream.at(k);
        }
        assertEquals(inner.getValue(), sum, 1e-13 * value.count());
        for (int n = 0, first = 0; n < inputs.size(); first += shapes.get(n++).count()) {
            assertArrayEquals(partials(inner, first, shapes.get(n)).data(), gradient(node, n, upstream, values).data(), 1e-12);
        }
    }

    /** The product of the upstream gradient and the result, each entry of each argument a variable. */
    private static DerivativeStructure forward(Op op, List<Tensor> values, Tensor upstream) {
        int variables = values.stream().mapToInt(Tensor::count).sum();
        List<Numbers<Foreign<DerivativeStructure>>> arguments = new ArrayList<>();
        int index = 0;
        for (Tensor matrix : values) {
            List<Foreign<DerivativeStructure>> entries = new ArrayList<>();
            for (double x : matrix.data()) {
                entries.add(new Foreign<>(new DerivativeStructure(variables, 1, index++, x)));
            }
            arguments.add(new Numbers<>(matrix.shape(), entries));
        }
        Foreign<DerivativeStructure> zero = new Foreign<>(new DerivativeStructure(variables, 1));
        Numbers<Foreign<DerivativeStructure>> result = Evaluation.zeros(upstream.shape(), zero);
        op.value(arguments, result);
        Foreign<DerivativeStructure> inner = zero;
        for (int k = 0; k < result.count(); k++) {
            inner = inner.add(result.at(k).multiply(upstream.at(k)));
        }
        return inner.value();
    }

    private static Tensor partials(DerivativeStructure inner, int first, Shape shape) {
        return Tensor.of(shape, k -> {
            int[] orders = new int[inner.getFreeParameters()];
            orders[first + k] = 1;
            return inner.getPartialDerivative(orders);
        });
    }

    private static Tensor gradient(Apply node, int argument, Tensor upstream, List<Tensor> values) {
        Input seed = new Input("seed", node.shape());
        Shape shape = node.argument(argument).shape();
        Node adjoint = node.op().adjoint(argument, node, seed);
        Map<Node, Tensor> all = bind(node.arguments(), values);
        all.put(seed, upstream);
        return adjoint == null ? Tensor.zeros(shape) : Evaluation.value(fit(adjoint, shape), all);
    }

    /** What the reverse pass does to a term: sums it down, or stretches it. */
    private static Node fit(Node term, Shape shape) {
        Node rows = shape.rows() < term.shape().rows() ? Algebra.sum(term, 0) : term;
        return Algebra.stretch(shape.columns() < rows.shape().columns() ? Algebra.sum(rows, 1) : rows, shape);
    }

    private static Map<Node, Tensor> bind(List<? extends Node> nodes, List<Tensor> values) {
        Map<Node, Tensor> map = new IdentityHashMap<>();
        for (int k = 0; k < nodes.size(); k++) {
            map.put(nodes.get(k), values.get(k));
        }
        return map;
    }

    private Tensor sample(Shape shape) {
        return Tensor.of(shape, k -> 0.5 + random.nextDouble());
    }

    @Test
    void sumLosesNothingToCancellation() {
        Tensor result = Tensor.scalar(Double.NaN);
        new Sum(-1).value(new Tensor[] {new Tensor(new Shape(1, 4), new double[] {1, 1e100, 1, -1e100})}, result);
        assertEquals(2, result.at(0));
        new Sum(-1).value(new Tensor[] {new Tensor(new Shape(1, 2), new double[] {1, Double.POSITIVE_INFINITY})}, result);
        assertEquals(Double.POSITIVE_INFINITY, result.at(0));
    }

    @Test
    void matmulIsRowsByColumns() {
        Tensor a = new Tensor(new Shape(2, 2), new double[] {1, 2, 3, 4});
        Tensor b = new Tensor(new Shape(2, 3), new double[] {5, 6, 7, 8, 9, 10});
        Tensor result = Tensor.filled(new Shape(2, 3), Double.NaN);
        new Matmul().value(new Tensor[] {a, b}, result);
        assertEquals(Arrays.toString(new double[] {21, 24, 27, 47, 54, 61}), Arrays.toString(result.data()));
    }
}
