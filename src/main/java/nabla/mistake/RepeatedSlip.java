package nabla.mistake;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nabla.backward.ReversePass;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.op.Substitution;
import nabla.source.Iteration;

/**
 * One slip made at every step of a {@code for} block: the gradients of the steps are right, and what each of them contributes to a
 * parameter is worked out wrongly in the same way. The steps stand side by side then: nothing is carried from one to another.
 */
final class RepeatedSlip {

    /** Longer ones are looked at step by step only. */
    private static final int MOST_EDGES = 240;

    private final Backprop pass;
    private final Node target;
    private final Naming naming;
    private final Map<Node, Iteration> steps = new IdentityHashMap<>();

    RepeatedSlip(Backprop pass, Node target, Naming naming) {
        this.pass = pass;
        this.target = target;
        this.naming = naming;
        List<Node> order = naming.steps().isEmpty() ? List.of() : pass.order();
        for (int i = order.size() - 1; i >= 0; i--) {
            Node node = order.get(i);
            Iteration own = node.name() == null ? steps.get(node) : naming.steps().get(node.name());
            for (Node argument : own == null ? List.<Node>of() : node.arguments()) {
                if (argument.name() == null) {
                    steps.put(argument, own);
                }
            }
            if (own != null) {
                steps.put(node, own);
            }
        }
    }

    void slips(Drafts drafts, List<List<Slip>> families, int first) {
        List<List<Edge>> groups = groups();
        for (int rank = 0; rank < families.size(); rank++) {
            for (List<Edge> group : groups) {
                for (Slip slip : families.get(rank)) {
                    if (drafts.isFull()) {
                        return;
                    }
                    drafts.at(first + rank);
                    Node gradient = everywhere(group, slip);
                    if (gradient != null) {
                        drafts.add(slip, group.get(0), naming, ", at every step", gradient);
                    }
                }
            }
        }
    }

    /** The uses on the way from the target to the end of a step, those that do the same in each step together; none where steps differ. */
    private List<List<Edge>> groups() {
        Map<Iteration, List<Edge>> own = new LinkedHashMap<>();
        if (steps.isEmpty() || steps.containsKey(target)) {
            return List.of();
        }
        List<Edge> edges = Edge.of(pass, List.of(target));
        for (Edge edge : edges.size() > MOST_EDGES ? List.<Edge>of() : edges) {
            Iteration step = steps.get(edge.use());
            if (step != null && (edge.input() == target || reaches(edge.input(), step))) {
                own.computeIfAbsent(step, key -> new ArrayList<>()).add(edge);
            }
        }
        List<List<Edge>> all = List.copyOf(own.values());
        List<List<Edge>> groups = new ArrayList<>();
        for (int k = 0; all.size() > 1 && k < all.get(0).size(); k++) {
            int place = k;
            Edge like = all.get(0).get(k);
            List<Edge> group = all.stream().filter(list -> list.size() == all.get(0).size()).map(list -> list.get(place))
                    .filter(edge -> edge.op().equals(like.op()) && edge.argument() == like.argument()).toList();
            if (group.size() == all.size()) {
                groups.add(group);
            }
        }
        return groups;
    }

    /** Whether a node of a step depends on the target without another step in between. */
    private boolean reaches(Node node, Iteration step) {
        return step.equals(steps.get(node)) && (node.arguments().contains(target) || node.arguments().stream().anyMatch(argument -> reaches(argument, step)));
    }

    /** The gradient if the slip is made at all of the uses; null where it cannot be made at one of them. */
    private Node everywhere(List<Edge> group, Slip slip) {
        Node gradient = pass.gradient(target);
        for (Edge edge : group) {
            Node term = slip.terms().apply(edge).filter(Objects::nonNull).findFirst().orElse(null);
            Node fitted = term == null ? null : Backprop.fitted(term, edge.input().shape());
            if (fitted == null) {
                return null;
            }
            gradient = Algebra.add(gradient, within(edge, Algebra.sub(fitted, edge.term())));
        }
        return gradient;
    }

    /** What a change at a use adds to the gradient of the target within its step. */
    private Node within(Edge edge, Node change) {
        if (edge.input() == target) {
            return change;
        }
        Iteration step = steps.get(edge.use());
        Substitution apart = new Substitution();
        Substitution back = new Substitution();
        steps.forEach((node, own) -> {
            if (!own.equals(step)) {
                Input other = new Input(node.name(), node.shape());
                apart.put(node, other);
                back.put(other, node);
            }
        });
        return back.of(new ReversePass(apart.of(edge.input()), change, List.of(target)).gradient(target));
    }
}
