package nabla.assembly;

import java.util.List;
import java.util.Map;
import nabla.check.CheckPrecision;
import nabla.check.Checker;
import nabla.check.NodeResult;
import nabla.formula.NumberText;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Domain;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.tensor.Tensor;
import nabla.verdict.Verdict;

/**
 * What has to be said with the value of a derivative: that there is none where the function has none, or that the function has a kink there.
 *
 * @param text    in words
 * @param valued  whether there is a value all the same
 */
public record Reservation(String text, boolean valued) {

    /** Of larger graphs and inputs the value is shown as it is: a prompt answers at once. */
    private static final int NODES = 500;
    private static final int ENTRIES = 64;

    /** At a point; null where there is nothing to say. */
    public static Reservation of(Node of, Node by, Model model, Map<Input, Tensor> point) {
        boolean small = of instanceof Apply && of.shape().isScalar() && by instanceof Input && by.shape().count() <= ENTRIES;
        List<Node> order = small ? Topology.order(List.of(of)) : List.of();
        if (!order.contains(by) || order.size() > NODES) {
            return null;
        }
        List<Leaf> leaves = model.leaves().stream().filter(leaf -> order.contains(leaf.node()))
                .map(leaf -> new Leaf(leaf.node(), leaf.node() != by, point.get(leaf.node()), new Domain.FixedValue())).toList();
        Model alone = Model.of(Model.Ending.in(of), List.of(of), leaves, model.seed());
        NodeResult result = Checker.ofLeaves(alone, new CheckPrecision(1e-6, 0)).run().results().get(by);
        Verdict verdict = result == null || result.worst() == null ? null : result.worst().verdict();
        return verdict == null ? null : verdict.read(OF);
    }

    private static final Verdict.Reader<Reservation> OF = new Verdict.Reader<>() {
        @Override
        public Reservation agreement(Verdict.Agreement verdict) {
            return null;
        }

        @Override
        public Reservation disagreement(Verdict.Disagreement verdict) {
            return null;
        }

        @Override
        public Reservation unresolved(Verdict.Unresolved verdict) {
            return null;
        }

        @Override
        public Reservation kink(Verdict.Kink kink) {
            if (kink.left() == kink.right()) {
                return new Reservation("here " + NumberText.of(kink.left()) + ", as the function's values show; " + kink.convention(), false);
            }
            return new Reservation("a kink: the slopes are " + NumberText.of(kink.left()) + " and " + NumberText.of(kink.right())
                    + (kink.convention() == null ? "" : "; " + kink.convention()), true);
        }

        @Override
        public Reservation undefined(Verdict.Undefined undefined) {
            return new Reservation("undefined" + (undefined.reason() == null ? "" : ": " + undefined.reason()), false);
        }

        @Override
        public Reservation unchecked(Verdict.Unchecked verdict) {
            return null;
        }
    };
}
