package nabla.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nabla.backward.ReversePass;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.op.Algebra;

/**
 * The third layer: an operation on its own. Its arguments become leaves with the values they have in the graph, its result gets a
 * random upstream gradient, and its backward rule is verified like any other gradient.
 */
final class LocalCheck {

    private final Map<Input, Matrix> inputs;
    private final Judge judge;
    private final long seed;

    /** At a point of the graph; a rule may read inputs that are no arguments of its operation. */
    LocalCheck(Map<Input, Matrix> inputs, Judge judge, long seed) {
        this.inputs = inputs;
        this.judge = judge;
        this.seed = seed;
    }

    /**
     * The worst finding about the rule of a use for one argument.
     *
     * @param values the values of the arguments
     * @param most   how many entries of the argument are looked at, evenly spread
     * @return null where the operation has no finite value or no entry
     */
    NodeFinding of(Apply use, int argument, Values values, int most) {
        Map<Input, Matrix> point = new IdentityHashMap<>(inputs);
        List<Input> leaves = new ArrayList<>();
        for (Node node : use.arguments()) {
            Input leaf = new Input("argument", node.shape());
            leaves.add(leaf);
            point.put(leaf, values.of(node));
        }
        Apply alone = new Apply(null, use.op(), leaves);
        Input upstream = new Input("upstream", use.shape());
        SplittableRandom random = new SplittableRandom(seed);
        point.put(upstream, Matrix.of(use.shape(), k -> (random.nextBoolean() ? 1 : -1) * (0.5 + random.nextDouble())));
        Node root = Algebra.sum(new Apply(nabla.op.Binary.MUL, upstream, alone));
        Input leaf = leaves.get(argument);
        Node adjoint = new ReversePass(root, Algebra.ONE, List.of(leaf)).adjoint(leaf);
        Node gradient = adjoint == null ? Algebra.zeros(leaf.shape()) : adjoint;
        PointCheck check = new PointCheck(root, Map.of(leaf, gradient), List.of(), Branches.guards(List.of(root)), point, judge,
                new Names(List.of(alone)), seed);
        return check.check(leaf, gradient, spread(leaf.shape().count(), most), () -> "its derivative is not finite here");
    }

    private static int[] spread(int count, int most) {
        return IntStream.range(0, Math.min(count, most)).map(k -> (int) ((long) k * count / Math.min(count, most))).toArray();
    }
}
