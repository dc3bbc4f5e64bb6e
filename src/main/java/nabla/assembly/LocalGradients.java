package nabla.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.backward.ReversePass;
import nabla.claim.ClaimResult;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.graph.Topology;
import nabla.mistake.Recogniser;
import nabla.model.Model;
import nabla.op.Algebra;
import nabla.op.Substitution;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;

/**
 * Definitions beside the graph that are gradients though their names do not say so, {@code da = dh*(1 - h^2)} where there is no a: a claim
 * that uses one is wrong for its sake if it is right with the gradient of a node of the graph in its place.
 */
final class LocalGradients {

    private static final int MOST_NODES = 120;

    private final Model model;
    private final List<Map<Input, Tensor>> points;
    private final Set<Node> beside = new HashSet<>();
    private final Map<Node, Node> meant = new IdentityHashMap<>();
    private final Map<Node, Node> right = new LinkedHashMap<>();

    LocalGradients(Model model, List<ClaimResult> results, List<Map<Input, Tensor>> points) {
        this.model = model;
        this.points = points;
        List<Node> graph = model.root() == null ? List.of() : Topology.order(List.of(model.root()));
        Set<Node> forward = new HashSet<>(graph);
        model.definitions().stream().filter(definition -> !forward.contains(definition)).forEach(beside::add);
        List<ClaimResult> wrong = results.stream().filter(result -> isWrong(result) && !locals(result).isEmpty())
                .sorted(Comparator.comparingInt(result -> locals(result).size())).toList();
        List<Node> nodes = graph.stream().filter(Apply.class::isInstance).toList();
        if (!wrong.isEmpty() && nodes.size() <= MOST_NODES) {
            ReversePass pass = new ReversePass(model.root(), Algebra.ones(model.root().shape()), nodes);
            wrong.forEach(result -> look(result, nodes, pass));
        }
    }

    private boolean isWrong(ClaimResult result) {
        return result.judgement() == Judgement.WRONG && result.claim().of() == model.root() && result.claim().problem() == null && result.claim().answer() != null
                && result.kink() == null;
    }

    private List<Node> locals(ClaimResult result) {
        return new ArrayList<>(Topology.order(List.of(result.claim().answer())).stream().filter(beside::contains).toList());
    }

    private void look(ClaimResult result, List<Node> nodes, ReversePass pass) {
        for (Node local : locals(result)) {
            if (right.containsKey(local) || repairs(result, right)) {
                continue;
            }
            for (Node node : nodes) {
                Map<Node, Node> with = new LinkedHashMap<>(right);
                with.put(local, pass.gradient(node));
                if (node.shape().equals(local.shape()) && repairs(result, with)) {
                    right.put(local, pass.gradient(node));
                    meant.put(local, node);
                    break;
                }
            }
        }
    }

    private boolean repairs(ClaimResult result, Map<Node, Node> by) {
        Substitution substitution = new Substitution();
        by.forEach(substitution::put);
        try {
            return !by.isEmpty() && Recogniser.same(substitution.of(result.claim().answer()), result.claim().truth(), points);
        } catch (ShapeMismatch e) {
            return false;
        }
    }

    /** The definition for whose sake alone a claim is wrong, the first of several; null if it is wrong itself. */
    Node blamed(ClaimResult result) {
        return isWrong(result) && repairs(result, right) ? locals(result).stream().filter(meant::containsKey).findFirst().orElse(null) : null;
    }

    /** Whether a node is defined beside the graph. */
    boolean isBeside(Node node) {
        return beside.contains(node);
    }

    /** The node whose gradient a definition was to be. */
    Node meant(Node local) {
        return meant.get(local);
    }
}
