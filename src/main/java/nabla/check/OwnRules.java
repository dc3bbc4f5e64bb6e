package nabla.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nabla.backward.Gradients;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.matrix.Matrix;
import nabla.op.Algebra;
import nabla.report.Verdict;

/**
 * The rule of each operation at a point, verified on its own: the operation applied to leaves with the values of its arguments. Every
 * rule may lie between the slopes of its own two sides, and yet what the rules make of a kink may lie outside the slopes of the whole:
 * relu(x) − relu(−x) has the slope 1 at 0, and gets 0 from relu'(0) = 0.
 */
final class OwnRules {

    private final Values values;
    private final Judge judge;
    private final Map<Apply, Boolean> known = new IdentityHashMap<>();

    OwnRules(Values values, Judge judge) {
        this.values = values;
        this.judge = judge;
    }

    /** Whether no operation between a node and the root has a rule that is wrong on its own. */
    boolean hold(Node node, Node root) {
        List<Node> order = Topology.order(List.of(root));
        Set<Node> path = Topology.dependents(order, List.of(node));
        for (Node each : order) {
            if (each != node && path.contains(each) && !known.computeIfAbsent((Apply) each, this::holds)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Apply use) {
        List<Input> inputs = new ArrayList<>();
        Map<Input, Matrix> point = new IdentityHashMap<>();
        for (Node argument : use.arguments()) {
            Input input = new Input("x" + inputs.size(), argument.shape());
            inputs.add(input);
            point.put(input, values.of(argument));
        }
        Node alone = new Apply(null, use.op(), inputs);
        Node root = Algebra.sum(Algebra.mul(new Constant(Matrix.of(use.shape(), k -> 1 + k / 8.0)), alone));
        Map<Node, Node> adjoints = new LinkedHashMap<>(Gradients.of(root, inputs));
        PointCheck check = new PointCheck(root, adjoints, List.of(), Branches.guards(List.of(root)), point, judge,
                new Names(Topology.order(List.of(root))), 0);
        for (Input input : inputs) {
            int[] entries = IntStream.range(0, input.shape().count()).toArray();
            NodeFinding found = check.alone(input, adjoints.get(input), entries);
            if (found.worst().verdict() instanceof Verdict.Disagree) {
                return false;
            }
        }
        return true;
    }
}
