package nabla.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.backward.Contribution;
import nabla.backward.ReversePass;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.tensor.Tensor;
import nabla.verdict.Text;

/** Says where a NaN or an infinity arose first. */
record Origin(Names names) {

    /** The first operation with finite arguments and a result that is not finite, for example "v2 is NaN: log(v1) at v1 = -1". */
    String ofValue(Node root, Values values, Map<Apply, List<Guard>> guards) {
        for (Node node : Topology.order(List.of(root))) {
            if (node instanceof Apply use && !values.of(use).isFinite() && use.arguments().stream().allMatch(a -> values.of(a).isFinite())) {
                return describe(use, values, guards.getOrDefault(use, List.of()));
            }
        }
        return "the value is not finite";
    }

    /** The use through which a gradient first stops being finite on its way back, for example "the derivative of sqrt(x) by x at 0 is Infinity". */
    String ofGradient(List<Node> order, ReversePass pass, Map<Input, Tensor> point) {
        Values values = values(order, pass, point);
        for (int i = order.size() - 1; i >= 0; i--) {
            for (Contribution contribution : pass.contributions(order.get(i))) {
                Tensor term = values.of(contribution.term());
                if (!term.isFinite() && values.of(pass.adjoint(contribution.via())).isFinite()) {
                    return derivative(contribution, order.get(i), term, values);
                }
            }
        }
        return "the gradient is not finite";
    }

    /** Of everything, the terms that add up to the gradients too. */
    private static Values values(List<Node> order, ReversePass pass, Map<Input, Tensor> point) {
        List<Node> roots = new ArrayList<>(order);
        for (Node node : order) {
            for (Contribution contribution : pass.contributions(node)) {
                roots.add(contribution.term());
                roots.add(pass.adjoint(contribution.via()));
            }
        }
        return Values.at(new Program(roots), point);
    }

    private String derivative(Contribution contribution, Node node, Tensor term, Values values) {
        int entry = 0;
        while (Double.isFinite(term.at(entry))) {
            entry++;
        }
        return "the derivative of " + new OperationWording(names).of(contribution.via()) + " by " + names.of(node) + Text.place(entry, node.shape()) + " at "
                + Text.number(values.of(node).at(entry)) + " is " + term.at(entry);
    }

    private String describe(Apply use, Values values, List<Guard> guards) {
        Tensor result = values.of(use);
        int entry = 0;
        while (Double.isFinite(result.at(entry))) {
            entry++;
        }
        OperationWording wording = new OperationWording(names);
        String name = names.of(use);
        String text = wording.of(use);
        return (name == null ? text : name) + " is " + result.at(entry) + Text.where(entry, use.shape()) + (name == null ? "" : ": " + text)
                + wording.at(use, entry, values, OperationWording.edge(guards, values)) + wording.where(use, guards, values);
    }
}
