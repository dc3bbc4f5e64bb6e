package nabla.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Model.Leaf;
import nabla.point.Watch;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** The nodes a graph is being grown from, with their values at its point. */
final class Pool {

    private static final double LARGEST = 1e9;

    private final SplittableRandom random;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Tensor> values = new IdentityHashMap<>();
    private final double margin;
    /** Whether a point may lie exactly on a kink. */
    private boolean onKinks;

    Pool(SplittableRandom random) {
        this.random = random;
        this.margin = random.nextInt(10) == 0 ? 1e-6 : 0.02;
    }

    void allowKinks() {
        onKinks = true;
    }

    /** A new leaf with this value. */
    Input leaf(Tensor value) {
        Input input = new Input("x" + leaves.size(), value.shape());
        leaves.add(new Leaf(input, false, value, Models.REAL));
        values.put(input, value);
        nodes.add(input);
        return input;
    }

    /** A leaf of a random shape: around 1, or anywhere in ten orders of magnitude. */
    Node leaf() {
        return leaf(shape());
    }

    Node leaf(Shape shape) {
        double scale = random.nextInt(3) == 0 ? Math.pow(10, random.nextDouble(-5, 5)) : 1;
        int signs = random.nextInt(3);
        return leaf(Tensor.of(shape, k -> scale * random.nextDouble(0.3, 1.7) * (signs == 0 || random.nextBoolean() ? 1 : -1)));
    }

    private Shape shape() {
        int rows = 1 + random.nextInt(4);
        int columns = 1 + random.nextInt(4);
        return switch (random.nextInt(6)) {
            case 0 -> Shape.SCALAR;
            case 1 -> new Shape(rows, 1);
            case 2 -> new Shape(1, columns);
            case 3 -> new Shape(rows, rows);
            default -> new Shape(rows, columns);
        };
    }

    /** Any node so far, the latest more often; sometimes a new leaf. */
    Node any() {
        if (nodes.isEmpty() || random.nextInt(4) == 0) {
            return leaf();
        }
        return nodes.get(Math.max(random.nextInt(nodes.size()), random.nextInt(nodes.size())));
    }

    Tensor value(Node node) {
        if (!values.containsKey(node)) {
            for (Node each : Topology.order(List.of(node))) {
                if (!values.containsKey(each)) {
                    values.put(each, each instanceof Constant constant ? constant.value() : compute((Apply) each));
                }
            }
        }
        return values.get(node);
    }

    private Tensor compute(Apply use) {
        Tensor result = Tensor.zeros(use.shape());
        use.op().value(use.arguments().stream().map(values::get).toArray(Tensor[]::new), result);
        return result;
    }

    /** Whether the node is well defined at the point, with some distance to its edges; then it is kept. */
    boolean takes(Node node) {
        for (Node each : Topology.order(List.of(node))) {
            if (!values.containsKey(each) && !isFine(each)) {
                return false;
            }
        }
        if (!(node instanceof Constant)) {
            nodes.add(node);
        }
        return true;
    }

    private boolean isFine(Node node) {
        Tensor value = value(node);
        boolean fine = value.isFinite() && value.largest() <= LARGEST;
        if (fine && node instanceof Apply use) {
            for (Guard guard : use.op().guards(use)) {
                fine &= isInside(use, guard);
            }
        }
        if (!fine) {
            values.remove(node);
        }
        return fine;
    }

    private boolean isInside(Apply use, Guard guard) {
        Tensor distance = value(guard.distance());
        Watch watch = Watch.of(use, guard, distance, null, null);
        for (int k = 0; k < distance.count(); k++) {
            double inside = watch.margin(distance, k);
            boolean bend = guard.kind() == Guard.Kind.KINK || guard.kind() == Guard.Kind.WINNER;
            if (!(inside > margin || bend && onKinks && (inside == 0 || inside >= 1e-12))) {
                return false;
            }
        }
        return true;
    }

    /** Takes a node whatever its guards say. */
    void force(Node node) {
        value(node);
        nodes.add(node);
    }

    /** A mark to go back to. */
    int[] mark() {
        return new int[] {leaves.size(), nodes.size()};
    }

    void back(int[] mark) {
        leaves.subList(mark[0], leaves.size()).clear();
        nodes.subList(mark[1], nodes.size()).clear();
    }

    List<Leaf> leaves() {
        return leaves;
    }
}
