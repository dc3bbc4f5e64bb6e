package nabla.op;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.number.BigFloat;
import nabla.number.Precision;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;

/**
 * The oracle of backward rules: central differences of the kernel in 60-digit numbers. At h = 1e-20 they are exact to about 1e-38, so
 * a rule is right or wrong, with nothing in between.
 */
final class Rules {

    static final BigFloat ZERO = Precision.SHARP.number(0);
    private static final BigFloat STEP = Precision.SHARP.number(1e-20);
    private static final double CLOSE = 1e-30;

    private Rules() { }

    /** Every rule used by the node, and by the adjoints of it, against differences. Returns how many were compared. */
    static int check(Apply node, Map<Node, Numbers<BigFloat>> inputs) {
        Input upstream = new Input("G", node.shape());
        inputs.put(upstream, draw(node.shape(), 99));
        List<Node> roots = new ArrayList<>(List.of(node));
        for (int k = 0; k < node.arguments().size(); k++) {
            Node adjoint = node.op().adjoint(k, node, upstream);
            if (adjoint != null) {
                roots.add(adjoint);
            }
        }
        int compared = 0;
        for (Node root : roots) {
            Evaluation.value(root, inputs, ZERO);
        }
        for (Node each : Topology.order(roots)) {
            // A tie is where the largest entry changes hands: moving it alone, as a difference does, is always at one.
            if (each instanceof Apply apply && !(apply.op() instanceof Extremes.Winners)) {
                compared += compare(apply, inputs);
            }
        }
        return compared;
    }

    private static int compare(Apply used, Map<Node, Numbers<BigFloat>> known) {
        List<Numbers<BigFloat>> values = used.arguments().stream().map(known::get).toList();
        List<Input> inputs = values.stream().map(value -> new Input("x", value.shape())).toList();
        Apply node = new Apply(null, used.op(), inputs);
        Input upstream = new Input("G", node.shape());
        Numbers<BigFloat> weights = draw(node.shape(), 7);
        for (int k = 0; k < values.size(); k++) {
            Node adjoint = node.op().adjoint(k, node, upstream);
            Numbers<BigFloat> term = Evaluation.zeros(inputs.get(k).shape(), ZERO);
            if (adjoint != null) {
                Map<Node, Numbers<BigFloat>> all = Evaluation.bind(inputs, values);
                all.put(upstream, weights);
                term = fitted(Evaluation.value(adjoint, all, ZERO), term.shape());
            }
            for (int at = 0; at < term.count(); at++) {
                BigFloat right = difference(node, values, k, at, weights);
                double off = right.subtract(term.at(at)).abs().getReal();
                assertTrue(off <= CLOSE * Math.max(1, Math.abs(right.getReal())),
                        node.op() + ", argument " + k + ", entry " + at + ": " + term.at(at) + " is not " + right);
            }
        }
        return values.size();
    }

    private static BigFloat difference(Apply node, List<Numbers<BigFloat>> values, int argument, int at, Numbers<BigFloat> weights) {
        BigFloat up = weighted(node, moved(values, argument, at, STEP), weights);
        BigFloat down = weighted(node, moved(values, argument, at, STEP.negate()), weights);
        return up.subtract(down).divide(STEP.multiply(2));
    }

    private static List<Numbers<BigFloat>> moved(List<Numbers<BigFloat>> values, int argument, int at, BigFloat by) {
        List<Numbers<BigFloat>> moved = new ArrayList<>(values);
        Numbers<BigFloat> copy = new Numbers<>(values.get(argument).shape(), new ArrayList<>(values.get(argument).entries()));
        copy.set(at, copy.at(at).add(by));
        moved.set(argument, copy);
        return moved;
    }

    private static BigFloat weighted(Apply node, List<Numbers<BigFloat>> values, Numbers<BigFloat> weights) {
        Numbers<BigFloat> result = Evaluation.zeros(node.shape(), ZERO);
        node.op().value(values, result);
        BigFloat sum = ZERO;
        for (int k = 0; k < result.count(); k++) {
            sum = sum.add(result.at(k).multiply(weights.at(k)));
        }
        return sum;
    }

    /** What the reverse pass does to a term: sums it down to the argument, or stretches it. */
    private static Numbers<BigFloat> fitted(Numbers<BigFloat> term, Shape shape) {
        Numbers<BigFloat> fitted = Evaluation.zeros(shape, ZERO);
        Shape both = term.shape().broadcast(shape);
        Broadcast.Steps to = Broadcast.Steps.of(shape, both);
        Broadcast.Steps from = Broadcast.Steps.of(term.shape(), both);
        for (int k = 0; k < both.count(); k++) {
            int i = k / both.columns();
            int j = k % both.columns();
            int at = to.at(i, j);
            fitted.set(at, fitted.at(at).add(term.at(from.at(i, j))));
        }
        return fitted;
    }

    /** Numbers between −1 and 1 that no rule can be right by accident for. */
    static Numbers<BigFloat> draw(Shape shape, long seed) {
        return Evaluation.numbers(Samples.draw(shape, "", seed), ZERO);
    }
}
