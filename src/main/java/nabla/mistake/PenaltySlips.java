package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nabla.formula.NumberText;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.op.Algebra;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * A penalty on the size of a parameter that is forgotten, has another factor, or is put where it does not belong. A penalty is a number
 * that depends on one parameter only and whose derivative by it is a multiple of it or of its signs, with a weight that has nothing to do
 * with the data.
 */
record PenaltySlips(Backprop pass, Node target, Naming naming, List<Map<Input, Tensor>> points) {

    private static final Input MANY = new Input("", Shape.SCALAR);

    void slips(Drafts drafts) {
        Map<Node, Input> sole = sole();
        Set<Node> behind = new HashSet<>();
        for (Node node : pass.order()) {
            boolean derived = node.arguments().stream().anyMatch(behind::contains);
            Input of = sole.get(node);
            boolean penalty = !derived && node instanceof Apply && node != pass.root() && node.shape().isScalar() && of != null && of != MANY
                    && pass.gradient(node) != null && isPenalty(node, of);
            if (penalty) {
                penalty(node, of, drafts);
            }
            if (penalty || derived) {
                behind.add(node);
            }
        }
    }

    /** The only input that each node depends on; none for those that depend on no input. */
    private Map<Node, Input> sole() {
        Map<Node, Input> sole = new IdentityHashMap<>();
        for (Node node : pass.order()) {
            if (node instanceof Input input) {
                sole.put(node, input);
            }
            for (Node argument : node.arguments()) {
                Input of = sole.get(argument);
                if (of != null) {
                    sole.merge(node, of, (a, b) -> a == b ? a : MANY);
                }
            }
        }
        return sole;
    }

    private boolean isPenalty(Node node, Input of) {
        Node weight = pass.gradient(node);
        boolean data = Topology.order(List.of(weight)).stream().anyMatch(input -> input instanceof Input && (input == of
                || !input.shape().isScalar()));
        boolean more = pass.order().stream().anyMatch(input -> input instanceof Input && input != of);
        if (data || !more) {
            return false;
        }
        Node slope = pass.carried(node, Algebra.ones(node.shape()), of);
        ValueComparison comparison = new ValueComparison(points);
        return comparison.ratio(slope, of) != null || comparison.ratio(slope, Algebra.sign(of)) != null;
    }

    private void penalty(Node node, Input of, Drafts drafts) {
        boolean fits = drafts.answer().shape().equals(target.shape());
        Node term = pass.carried(node, pass.gradient(node), of);
        ValueComparison comparison = new ValueComparison(points);
        if (of == target && pass.uses(target) > uses(node, of)) {
            // A square that is added as it is may be anything.
            drafts.at(comparison.is(pass.gradient(node), 1) ? Rank.VAGUE : Rank.SHAPE);
            own(term, drafts);
            GradientRatio ratio = !fits ? null
                    : comparison.ratio(Algebra.add(Algebra.sub(drafts.answer(), pass.gradient(target)), term), term);
            if (ratio != null && ratio.certain() && !ratio.is(1)) {
                drafts.add(Codes.of(REGULARISER, FACTOR), factor(ratio, comparison.ratio(term, of)), scaled(ratio.value(), term));
            }
        } else if (of != target && target instanceof Input) {
            GradientRatio rate = comparison.ratio(term, of);
            GradientRatio ratio = !fits || rate == null ? null : comparison.ratio(Algebra.sub(drafts.answer(), pass.gradient(target)), target);
            String message = "the penalty is on " + naming.of(of) + " only, not on " + naming.of(target);
            for (double times : ratio == null ? new double[0] : new double[] {1, 0.5, 2}) {
                if (ratio.certain() && ratio.is(times * rate.value())) {
                    drafts.at(of.shape().isScalar() ? Rank.VAGUE : Rank.SHAPE);
                    drafts.add(Codes.of(REGULARISER), message, drafts.answer());
                }
            }
        }
        drafts.at(Rank.SHAPE);
    }

    /** How many uses of the parameter belong to the penalty. */
    private int uses(Node node, Input of) {
        return (int) Topology.order(List.of(node)).stream().flatMap(inner -> inner.arguments().stream()).filter(argument -> argument == of).count();
    }

    private void own(Node term, Drafts drafts) {
        String name = "the penalty on " + naming.of(target);
        drafts.add(Codes.of(REGULARISER, LOST_PATH), name + " is forgotten", scaled(0, term));
        drafts.add(Codes.of(REGULARISER, FACTOR), name + " is half of what it should be", scaled(0.5, term));
        drafts.add(Codes.of(REGULARISER, FACTOR), name + " is twice what it should be", scaled(2, term));
        drafts.add(Codes.of(REGULARISER, SIGN), name + " has the wrong sign", scaled(-1, term));
    }

    private String factor(GradientRatio ratio, GradientRatio rate) {
        String name = "the penalty on " + naming.of(target);
        for (Divisor divisor : Divisor.of(pass)) {
            if (ratio.is(1 / divisor.value())) {
                return name + " is divided by " + divisor.text() + ", but it does not stand in the mean";
            }
        }
        return rate == null ? name + " is " + Naming.number(ratio.value()) + " times what it should be"
                : name + " has the factor " + decimal(ratio.value() * rate.value()) + " where " + decimal(rate.value()) + " belongs";
    }

    /** Rates are written as decimals where those are short. */
    private static String decimal(double value) {
        double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.4g", value));
        return Math.abs(rounded - value) <= AnswerTolerance.NONE.same() * Math.abs(value) ? NumberText.of(rounded) : Naming.number(value);
    }

    /** The gradient with the penalty so many times. */
    private Node scaled(double times, Node term) {
        return Algebra.add(pass.gradient(target), Algebra.mul(times - 1, term));
    }
}
