package nabla.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.backward.Gradients;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Places;
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
        Places path = Topology.dependents(order, List.of(node));
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
        return holds(alone, 1.25, inputs, point) && holds(alone, -0.01, inputs, point);
    }

    /** For a gradient from above of about this size: between slopes that differ, a rule that forgets it may hide. */
    private boolean holds(Node alone, double above, List<Input> inputs, Map<Input, Matrix> point) {
        Node weights = new Constant(Matrix.of(alone.shape(), k -> above * (1 + k / 8.0)));
        Node root = Algebra.sum(Algebra.mul(weights, alone));
        Map<Node, Node> gradients = Gradients.of(root, inputs);
        Values backprop = Values.at(new Tape(gradients.values()), point);
        Noise noise = new Noise(backprop, gradients.values(), 0);
        Oracle oracle = new Oracle(root, point);
        for (Input input : inputs) {
            Node gradient = gradients.get(input);
            for (int k = 0; k < input.shape().count(); k++) {
                Oracle.Answer answer = oracle.derivative(input, k, Probe.scale(point.get(input).at(k)));
                boolean smooth = !answer.jumps() && answer.left().exists() && answer.right().exists();
                Finding found = smooth ? judge.sides(backprop.of(gradient).at(k), noise.of(gradient)[k], answer.left(), answer.right(), null) : null;
                if (smooth && found.verdict() instanceof Verdict.Disagree) {
                    return false;
                }
            }
        }
        return true;
    }
}
