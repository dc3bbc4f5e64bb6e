package nabla.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.op.Binary;
import nabla.op.Unary;
import nabla.tensor.Lanes;
import nabla.tensor.Region;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Perturbations side by side are evaluations from scratch, within their rounding; for every function of the language. */
class PerturbationsTest {

    private static final double ROUNDING = 1e-13;

    static Stream<Apply> uses() {
        return ReplayTest.uses();
    }

    @ParameterizedTest
    @MethodSource("uses")
    void areEvaluationsFromScratch(Apply use) {
        check(use, 1, 0x1p-4);
        check(use, 1, -0x1p-20);
    }

    /** Both arguments of every operation move, and what is moved is in the middle of the graph. */
    @ParameterizedTest
    @MethodSource("uses")
    void areEvaluationsFromScratchWhereSeveralArgumentsMove(Apply use) {
        Node moved = use.argument(0);
        Node first = new Apply(Unary.NEG, moved);
        List<Node> arguments = use.arguments().stream().map(a -> a.shape().equals(moved.shape()) ? (Node) new Apply(Unary.NEG, first) : a).toList();
        check(new Apply(null, use.op(), arguments), 1, 0x1p-5);
    }

    private static void check(Apply use, double at, double change) {
        Node root = new Apply(Unary.TANH, new Apply(Binary.MUL, use, use));
        Program program = new Program(List.of(root));
        Map<Input, Tensor> point = point(program);
        Values base = Values.at(program, point);
        if (!base.of(root).isFinite()) {
            point.replaceAll((input, old) -> raised(old));
            base = Values.at(program, point);
        }
        assertTrue(base.of(root).isFinite(), () -> use.op().symbol() + " has no value");
        for (Input argument : point.keySet()) {
            int n = argument.shape().count();
            Map<Node, double[][]> changes = changes(base, argument, change, List.of(use, root));
            for (int k = 0; k < n; k++) {
                Replay replay = new Replay(base, argument);
                replay.add(k, change);
                for (Node node : List.of(use, root)) {
                    compare(base.of(node), replay.of(node), changes.get(node)[k], use);
                }
            }
        }
    }

    private static void compare(Tensor still, Tensor moved, double[] change, Apply use) {
        for (int e = 0; e < still.count(); e++) {
            double difference = moved.at(e) - still.at(e);
            double rounding = ROUNDING * Math.max(1, Math.abs(still.at(e)));
            assertEquals(difference, change[e], rounding, () -> use.op().symbol() + " of " + use.arguments().stream().map(Node::shape).toList());
        }
    }

    /** By node, for each entry of the argument that is moved, the changes of the entries of the node. */
    private static Map<Node, double[][]> changes(Values base, Input argument, double change, List<Node> seen) {
        int n = argument.shape().count();
        Map<Node, double[][]> changes = new IdentityHashMap<>();
        seen.forEach(node -> changes.put(node, new double[n][node.shape().count()]));
        Perturbations perturbations = new Perturbations(base, n);
        int start = base.program().index(argument);
        double[] amounts = new double[n];
        java.util.Arrays.fill(amounts, change);
        Seeds seeds = new Seeds(new int[] {start}, new Region[] {Region.all(argument.shape())}, new int[] {0, n}, IntStream.range(0, n).toArray(), amounts);
        perturbations.plan(seeds, IntStream.concat(IntStream.of(start), IntStream.of(base.program().downstream(start))).toArray());
        for (int twice = 0; twice < 2; twice++) {
            new Rounding(Rounding.moved(base, 5), 5).run(perturbations, (place, lanes) -> { });
            perturbations.run((place, lanes) -> seen.stream().filter(node -> base.program().index(node) == place).forEach(node -> see(node, lanes, changes)));
        }
        return changes;
    }

    /** Rounding shows in the last places, the same each time, and what was planned stays. */
    @Test
    void areMovedByRounding() {
        Input x = new Input("x", nabla.tensor.Shape.SCALAR);
        Apply use = new Apply(Unary.EXP, new Apply(Unary.SIN, x));
        Values base = Values.at(new Program(List.of(use)), Map.of(x, Tensor.scalar(0.7)));
        Perturbations perturbations = new Perturbations(base, 1);
        perturbations.plan(new Seeds(new int[] {0}, new Region[] {Region.all(x.shape())}, new int[] {0, 1}, new int[] {0}, new double[] {0x1p-5}), new int[] {0, 1, 2});
        List<Double> rises = new ArrayList<>();
        for (int twice = 0; twice < 2; twice++) {
            perturbations.run((place, lanes) -> rises.add(lanes.get(0, 0)[0]));
            new Rounding(Rounding.moved(base, 5), 5).run(perturbations, (place, lanes) -> rises.add(lanes.get(0, 0)[0]));
        }
        assertEquals(rises.subList(0, rises.size() / 2), rises.subList(rises.size() / 2, rises.size()));
        assertEquals(rises.get(2), rises.get(5), 1e-14);
        assertNotEquals(rises.get(2), rises.get(5));
    }

    private static void see(Node node, Lanes lanes, Map<Node, double[][]> changes) {
        double[][] seen = changes.get(node);
        for (int e = 0; seen != null && e < node.shape().count(); e++) {
            double[] entry = lanes.get(e / node.shape().columns(), e % node.shape().columns());
            for (int k = 0; k < seen.length; k++) {
                seen[k][e] = entry == null ? 0 : entry[k];
            }
        }
    }

    private static Map<Input, Tensor> point(Program program) {
        Random random = new Random(7);
        Map<Input, Tensor> point = new IdentityHashMap<>();
        for (int i = 0; i < program.size(); i++) {
            if (program.node(i) instanceof Input input) {
                point.put(input, Tensor.of(input.shape(), k -> 0.1 + 0.8 * random.nextDouble()));
            }
        }
        return point;
    }

    /** Above 1, and definite where it is square: there is the domain of those that have no value at small numbers. */
    private static Tensor raised(Tensor small) {
        int columns = small.columns();
        return Tensor.of(small.shape(), k -> 2 + small.at(k) + (k / columns % small.rows() == k % columns ? 4 : 0));
    }

    /** A change of 1e-12 is seen with its own accuracy, by functions that have a rule for it: a difference of values keeps four digits. */
    @ParameterizedTest
    @ValueSource(strings = {"NEG", "EXP", "EXPM1", "LOG", "LOG1P", "LOG2", "LOG10", "SQRT", "ABS", "SIN", "COS", "TAN", "ATAN", "SINH", "COSH", "TANH",
        "SIGMOID", "RELU", "SOFTPLUS", "SILU"})
    void seeSmallChanges(String name) {
        Input x = new Input("x", nabla.tensor.Shape.SCALAR);
        Apply use = new Apply(Unary.valueOf(name), x);
        Values base = Values.at(new Program(List.of(use)), Map.of(x, Tensor.scalar(0.7)));
        double small = changes(base, x, 1e-12, List.of(use)).get(use)[0][0];
        double large = (changes(base, x, 1e-5, List.of(use)).get(use)[0][0] - changes(base, x, -1e-5, List.of(use)).get(use)[0][0]) / 2;
        assertEquals(large * 1e-7, small, 1e-9 * Math.abs(small));
        assertTrue(small != 0);
    }
}
