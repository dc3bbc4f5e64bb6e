package nabla.simplify;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.limit.Stop;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Compares two nodes at random values of the leaves and named nodes that they are computed from. */
final class RandomComparison {

    private static final double[][] RANGES = {{0.15, 0.85}, {1.1, 2.9}, {-2, 2}, {-0.9, -0.1}, {3, 30}, {0.3, 0.6}};
    private static final int ENOUGH = 2;
    private static final int MOST_ENTRIES = 3_000_000;
    private static final double TOLERANCE = 1e-7;

    private final Facts facts;
    private final boolean expand;
    private final SplittableRandom random = new SplittableRandom(42);

    RandomComparison(Facts facts, boolean expand) {
        this.facts = facts;
        this.expand = expand;
    }

    /** What a comparison came to. */
    enum Comparison { EQUAL, DIFFERENT, NO_VALUE, TOO_LARGE }

    /** Whether nothing speaks against the two being equal, and something for it unless they are too large to compare. */
    boolean agree(Node a, Node b) {
        Comparison comparison = comparison(a, b);
        return comparison == Comparison.EQUAL || comparison == Comparison.TOO_LARGE;
    }

    /** Compares shapes and, at points where the first has a value, values. */
    Comparison comparison(Node a, Node b) {
        if (!a.shape().equals(b.shape())) {
            return Comparison.DIFFERENT;
        }
        int compared = 0;
        for (double[] range : RANGES) {
            Map<Node, Tensor> values = new IdentityHashMap<>();
            Tensor first = value(a, values, range);
            Tensor second = first != null && first.isFinite() ? value(b, values, range) : first;
            if (first == null || second == null) {
                return Comparison.TOO_LARGE;
            }
            if (first.isFinite() && !isClose(first, second)) {
                return Comparison.DIFFERENT;
            }
            compared += first.isFinite() ? 1 : 0;
            if (compared == ENOUGH) {
                return Comparison.EQUAL;
            }
        }
        return compared > 0 ? Comparison.EQUAL : Comparison.NO_VALUE;
    }

    private static boolean isClose(Tensor a, Tensor b) {
        double scale = Math.max(a.largest(), 1e-3);
        for (int k = 0; k < a.count(); k++) {
            if (!(Math.abs(a.at(k) - b.at(k)) <= TOLERANCE * scale)) {
                return false;
            }
        }
        return true;
    }

    /** Null if the matrices are too large to compare. */
    private Tensor value(Node root, Map<Node, Tensor> values, double[] range) {
        long entries = 0;
        for (Node node : Formulas.order(root, expand)) {
            if (!values.containsKey(node)) {
                Stop.ifAsked();
                boolean leaf = Formulas.isLeaf(node, root, expand);
                entries += leaf ? 0 : node.shape().count();
                if (entries > MOST_ENTRIES) {
                    return null;
                }
                values.put(node, !leaf ? evaluated((Apply) node, values)
                        : node instanceof Constant constant ? constant.value() : sample(node, range));
            }
        }
        return values.get(root);
    }

    private static Tensor evaluated(Apply node, Map<Node, Tensor> values) {
        Tensor result = Tensor.zeros(node.shape());
        node.op().value(node.arguments().stream().map(values::get).toArray(Tensor[]::new), result);
        return result;
    }

    private Tensor sample(Node node, double[] range) {
        TermPool pool = new TermPool(facts);
        Term atom = pool.atom(node);
        boolean positive = pool.signs().isNonnegative(atom);
        Tensor value = Tensor.of(node.shape(), k -> {
            double entry = range[0] + (range[1] - range[0]) * random.nextDouble();
            return positive ? Math.abs(entry) : entry;
        });
        int axis = pool.distributions().axis(atom);
        return axis < 0 ? value : normalized(value, axis);
    }

    private static Tensor normalized(Tensor value, int axis) {
        Shape shape = value.shape();
        double[] sums = new double[axis == 0 ? shape.columns() : shape.lines()];
        for (int k = 0; k < value.count(); k++) {
            value.data()[k] = Math.abs(value.at(k));
            sums[axis == 0 ? k % shape.columns() : k / shape.columns()] += value.at(k);
        }
        return Tensor.of(shape, k -> value.at(k) / sums[axis == 0 ? k % shape.columns() : k / shape.columns()]);
    }
}
