package nabla.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.backward.Contribution;
import nabla.backward.ReversePass;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.matrix.Matrix;
import nabla.matrix.Shape;

/** Says where a NaN or an infinity arose first. */
record Origin(Names names) {

    /** The first operation with finite arguments and a result that is not finite, for example "log of v1 = -1 is NaN". */
    String ofValue(Node root, Values values, Map<Apply, List<Guard>> guards) {
        for (Node node : Topology.order(List.of(root))) {
            if (node instanceof Apply use && !values.of(use).isFinite() && use.arguments().stream().allMatch(a -> values.of(a).isFinite())) {
                return describe(use, values, edge(guards.getOrDefault(use, List.of()), values));
            }
        }
        return "the value is not finite";
    }

    /** The use through which a gradient first stops being finite on its way back, for example "the derivative of sqrt at x = 0 is Infinity". */
    String ofGradient(List<Node> order, ReversePass pass, Map<Input, Matrix> point) {
        Values values = values(order, pass, point);
        for (int i = order.size() - 1; i >= 0; i--) {
            for (Contribution contribution : pass.contributions(order.get(i))) {
                Matrix term = values.of(contribution.term());
                if (!term.isFinite() && values.of(pass.adjoint(contribution.via())).isFinite()) {
                    return derivative(contribution, order.get(i), term, values);
                }
            }
        }
        return "the gradient is not finite";
    }

    /** Of everything, the terms that add up to the gradients too. */
    private static Values values(List<Node> order, ReversePass pass, Map<Input, Matrix> point) {
        List<Node> roots = new ArrayList<>(order);
        for (Node node : order) {
            for (Contribution contribution : pass.contributions(node)) {
                roots.add(contribution.term());
                roots.add(pass.adjoint(contribution.via()));
            }
        }
        return Values.at(new Tape(roots), point);
    }

    private String derivative(Contribution contribution, Node node, Matrix term, Values values) {
        int entry = 0;
        while (Double.isFinite(term.at(entry))) {
            entry++;
        }
        String place = node.shape().isScalar() ? "" : place(entry, node);
        return "the derivative of " + contribution.via().op().symbol() + " by " + names.of(node) + place + " at "
                + Text.number(values.of(node).at(entry)) + " is " + term.at(entry);
    }

    /** An entry of what an operation reduces to fewer entries. */
    private record Edge(Shape shape, int entry) { }

    /** Where an operation is at the edge of its domain, or beyond; null where it is not. */
    private static Edge edge(List<Guard> guards, Values values) {
        for (Guard guard : guards) {
            Matrix distance = values.of(guard.distance());
            for (int k = 0; k < distance.count(); k++) {
                if (guard.kind() == Guard.Kind.POLE && distance.at(k) == 0 || guard.kind() == Guard.Kind.DOMAIN && distance.at(k) <= 0) {
                    return new Edge(distance.shape(), k);
                }
            }
        }
        return null;
    }

    private String describe(Apply use, Values values, Edge edge) {
        Matrix result = values.of(use);
        int entry = 0;
        while (Double.isFinite(result.at(entry))) {
            entry++;
        }
        String name = names.of(use);
        StringBuilder text = new StringBuilder(name == null ? use.op().symbol() : name).append(" is ").append(result.at(entry));
        if (!use.shape().isScalar()) {
            text.append(" in entry ").append(place(entry, use));
        }
        text.append(": ").append(use.op().symbol()).append(" of ");
        for (int k = 0; k < use.arguments().size(); k++) {
            Node argument = use.argument(k);
            boolean sameShape = argument.shape().equals(use.shape());
            boolean reduced = !sameShape && edge != null && argument.shape().equals(edge.shape());
            double value = values.of(argument).at(sameShape ? entry : reduced ? edge.entry() : 0);
            String number = sameShape || reduced || argument.shape().isScalar() ? Text.number(value) : "…";
            String place = reduced ? place(edge.entry(), argument) : "";
            text.append(k == 0 ? "" : " and ").append(names.of(argument) == null ? number : names.of(argument) + place + " = " + number);
        }
        return text.toString();
    }

    private static String place(int entry, Node node) {
        return "[" + entry / node.shape().columns() + ", " + entry % node.shape().columns() + "]";
    }
}
