package nabla.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nabla.backward.ReversePass;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Tape;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.op.Algebra;
import nabla.op.Meanings;
import nabla.point.Branches;
import nabla.tensor.Tensor;

/**
 * The third layer: an operation on its own. Its arguments become leaves with the values they have in the graph, its result gets a
 * random upstream gradient, and its backward rule is verified like any other gradient.
 */
final class LocalCheck implements LocalRules {

    /** Upstream gradients of two sizes: between slopes that differ, a rule that forgets its upstream may hide from one of them. */
    private static final double[] SIZES = {1, -0.01};

    private final Map<Input, Tensor> inputs;
    private final Judge judge;
    private final long seed;
    private final Map<Apply, Map<Integer, Boolean>> known = new IdentityHashMap<>();

    /** At a point of the graph; a rule may read inputs that are no arguments of its operation. */
    LocalCheck(Map<Input, Tensor> inputs, Judge judge, long seed) {
        this.inputs = inputs;
        this.judge = judge;
        this.seed = seed;
    }

    /**
     * The worst finding about the rule of a use for one argument.
     *
     * @param values the values of the arguments
     * @param most   how many entries of the argument are looked at, evenly spread
     * @param also   one entry that is looked at in any case
     * @return null where the operation has no finite value or no entry
     */
    NodeFinding of(Apply use, int argument, Values values, int most, int also) {
        return of(use, argument, values, spread(use.argument(argument).shape().count(), most, also), SIZES[0]);
    }

    /**
     * Whether no operation between a node and the root has a rule on the way that is wrong on its own. Every rule may lie between the
     * slopes of its own two sides, and yet what the rules make of a kink may lie outside the slopes of the whole: relu(x) − relu(−x) has
     * the slope 1 at 0, and gets 0 from relu'(0) = 0.
     */
    @Override
    public boolean hold(Node node, Node root, Values values) {
        List<Node> order = Topology.order(List.of(root));
        Places path = Topology.dependents(order, List.of(node));
        for (Node each : order) {
            for (int k = 0; each != node && path.contains(each) && k < each.arguments().size(); k++) {
                if (path.contains(each.arguments().get(k)) && !holds((Apply) each, k, values)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean holds(Apply use, int argument, Values values) {
        Map<Integer, Boolean> rules = known.computeIfAbsent(use, each -> new HashMap<>());
        if (!rules.containsKey(argument)) {
            int[] all = IntStream.range(0, use.argument(argument).shape().count()).toArray();
            rules.put(argument, Arrays.stream(SIZES).allMatch(size -> {
                Finding worst = of(use, argument, values, all, size).worst();
                return worst == null || !worst.isWrong();
            }));
        }
        return rules.get(argument);
    }

    /** With an upstream gradient of about this size. */
    private NodeFinding of(Apply use, int argument, Values values, int[] entries, double size) {
        Map<Input, Tensor> point = new IdentityHashMap<>(inputs);
        List<Input> leaves = new ArrayList<>();
        for (Node node : use.arguments()) {
            Input leaf = new Input("argument", node.shape());
            leaves.add(leaf);
            point.put(leaf, values.of(node));
        }
        Apply alone = new Apply(null, use.op(), leaves);
        Input upstream = new Input("upstream", use.shape());
        SplittableRandom random = new SplittableRandom(seed);
        point.put(upstream, Tensor.of(use.shape(), k -> size * (random.nextBoolean() ? 1 : -1) * (0.5 + random.nextDouble())));
        Node root = Algebra.sum(new Apply(Meanings.of(Meaning.PRODUCT), upstream, alone));
        Input leaf = leaves.get(argument);
        Node gradient = new ReversePass(root, Algebra.ONE, List.of(leaf)).gradient(leaf);
        Tape graph = Tape.of(List.of(root));
        PointCheck check = new PointCheck(graph, Map.of(leaf, gradient), List.of(), Branches.guards(graph), point, judge,
                new Names(List.of(alone)), seed).together();
        return check.check(leaf, gradient, entries, () -> "its derivative is not finite here");
    }

    private static int[] spread(int count, int most, int also) {
        IntStream even = IntStream.range(0, Math.min(count, most)).map(k -> (int) ((long) k * count / Math.min(count, most)));
        return IntStream.concat(even, IntStream.of(also)).distinct().toArray();
    }
}
