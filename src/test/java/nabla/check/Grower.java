package nabla.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import nabla.backward.Gradients;
import nabla.check.RandomGraph.Hardship;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.graph.Topology;
import nabla.model.Model.Leaf;
import nabla.op.Algebra;
import nabla.op.Binary;
import nabla.op.Matmul;
import nabla.op.Sum;
import nabla.tensor.Tensor;

/**
 * Grows a graph call by call: one to eight calls deep, one of them of a given function, the others at random, their arguments anything
 * grown before (so that much is shared). A call that would leave a domain is tried again, in the end with arguments made tame.
 */
final class Grower {

    private static final int TRIES = 60;
    private static final List<String> NAMES = List.copyOf(Calls.byName().keySet());

    private final SplittableRandom random;
    private final Pool pool;
    private final Tamer tamer;
    private final Map<Node, String> calls = new IdentityHashMap<>();

    private Grower(SplittableRandom random) {
        this.random = random;
        this.pool = new Pool(random);
        this.tamer = new Tamer(pool, random);
    }

    /** The graph of a seed; the function that it has to use goes round with the seed. */
    static RandomGraph grow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String featured = NAMES.get((int) (seed % NAMES.size()));
        RandomGraph graph = null;
        while (graph == null) {
            graph = new Grower(random.split()).grow(seed, featured);
        }
        return graph;
    }

    /** Everything that can be called. */
    static List<String> names() {
        return NAMES;
    }

    private RandomGraph grow(long seed, String featured) {
        int depth = 1 + random.nextInt(8);
        int place = random.nextInt(depth);
        Map<Hardship, Integer> planned = plan(depth);
        if (planned.containsKey(Hardship.AT_A_KINK) || planned.containsKey(Hardship.NEAR_A_KINK)) {
            pool.allowKinks();
        }
        Hardships hardships = new Hardships(pool, random);
        Node current = pool.leaf();
        for (int step = 0; step < depth; step++) {
            for (Map.Entry<Hardship, Integer> each : planned.entrySet()) {
                current = each.getValue() == step ? hardships.put(each.getKey(), current) : current;
            }
            Node next = call(step == place ? featured : NAMES.get(random.nextInt(NAMES.size())), current);
            if (next == null && step == place) {
                return null;
            }
            current = next == null ? current : next;
        }
        Node root = scalar(current);
        return root == null || !dependsOnLeaf(root) || !hasGradient(root) ? null : finished(seed, root, planned.keySet());
    }

    /** Whether the gradient is finite: log has a value at 0⁺, bce(0, 0) too, but no derivative. */
    private boolean hasGradient(Node root) {
        List<Node> order = Topology.order(List.of(root));
        return Gradients.of(root, order).values().stream().allMatch(gradient -> pool.value(gradient).isFinite());
    }

    private Map<Hardship, Integer> plan(int depth) {
        Map<Hardship, Integer> plan = new EnumMap<>(Hardship.class);
        int draw = random.nextInt(20);
        if (draw < 4) {
            plan.put(draw == 0 ? Hardship.AT_A_KINK : Hardship.NEAR_A_KINK, random.nextInt(depth));
        }
        if (random.nextInt(10) == 0) {
            plan.put(Hardship.SATURATED, random.nextInt(depth));
        }
        if (random.nextInt(10) == 0) {
            plan.put(Hardship.CANCELLING, random.nextInt(depth));
        }
        return plan;
    }

    /** A call with the current node among the arguments, or joined to what came before; null if nothing fitted. */
    private Node call(String name, Node current) {
        for (int tries = 0; tries < TRIES; tries++) {
            int[] mark = pool.mark();
            boolean tame = tries > TRIES / 5;
            boolean[] first = {random.nextInt(4) > 0};
            Supplier<Node> offered = () -> {
                Node node = first[0] ? current : pool.any();
                first[0] = false;
                return tame && random.nextInt(4) > 0 ? tamer.tame(node) : node;
            };
            try {
                Node node = Calls.byName().get(name).of(offered, random);
                Node joined = join(node, current);
                if (pool.takes(joined)) {
                    calls.put(node, name);
                    return joined;
                }
            } catch (ShapeMismatch mismatch) {
                // The next try offers other shapes.
            }
            pool.back(mark);
        }
        return null;
    }

    private Node join(Node node, Node current) {
        if (Topology.dependents(Topology.order(List.of(node)), List.of(current)).contains(node)) {
            return node;
        }
        if (current.shape().broadcast(node.shape()) != null) {
            return new Apply(random.nextBoolean() ? Binary.MUL : Binary.ADD, current, node);
        } else if (current.shape().columns() == node.shape().rows()) {
            return new Apply(new Matmul(), current, node);
        }
        return new Apply(Binary.ADD, new Apply(new Sum(-1), current), node);
    }

    /** The output weighted entry by entry, as the language does with an output that is not a scalar. */
    private Node scalar(Node output) {
        if (output.shape().isScalar()) {
            return output;
        }
        Input weight = pool.leaf(Tensor.of(output.shape(), k -> random.nextDouble(0.3, 1.7) * (random.nextBoolean() ? 1 : -1)));
        Node root = Algebra.sum(Algebra.mul(weight, output));
        return pool.takes(root) ? root : null;
    }

    private boolean dependsOnLeaf(Node root) {
        return root instanceof Apply && Topology.order(List.of(root)).stream().anyMatch(node -> node instanceof Input);
    }

    private RandomGraph finished(long seed, Node root, Set<Hardship> hardships) {
        List<Node> order = Topology.order(List.of(root));
        List<Leaf> leaves = pool.leaves().stream().filter(leaf -> order.contains(leaf.node())).toList();
        List<String> used = new ArrayList<>();
        for (Map.Entry<Node, String> each : calls.entrySet()) {
            boolean kept = each.getKey() instanceof Constant || order.contains(each.getKey());
            used.addAll(kept ? List.of(each.getValue()) : List.of());
        }
        return new RandomGraph(seed, root, leaves, hardships, used);
    }
}
