package nabla.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.backward.ReversePass;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.graph.Topology;
import nabla.model.Handwork;
import nabla.model.Handwork.Trial;
import nabla.model.Model.Leaf;
import nabla.op.Substitution;

/**
 * Lines of a backward pass whose names say nothing, {@code dct = dc + dh*o*(1 - tanh(c)^2)}: where lines that use one are wrong, and right with
 * the gradient of an intermediate value in its place, it was to be that gradient, and is itself the line to blame.
 */
record LocalLines(Handwork handwork) {

    /** The intermediate values whose gradients local lines were to be, by the names of those; empty where none is to blame. */
    Map<String, String> meant(List<RuleResult> results) {
        List<RuleResult> wrong = results.stream().filter(result -> result.isWrong() && result.rule().problem() == null).toList();
        Trial trial = handwork.trials().get(0);
        Map<String, String> meant = new LinkedHashMap<>();
        for (Map.Entry<String, Node> local : trial.locals().entrySet()) {
            List<Handwork.Rule> users = wrong.stream().map(result -> trial.rules().get(result.place()))
                    .filter(rule -> rule.given() != null && rule.problem() == null && Topology.order(List.of(rule.given())).contains(local.getValue())).toList();
            String value = users.isEmpty() || !isGradient(trial, local.getValue()) ? null : trial.inner().entrySet().stream()
                    .filter(inner -> !meant.containsValue(inner.getKey()) && repairs(trial, local.getValue(), inner.getValue(), users))
                    .map(Map.Entry::getKey).findFirst().orElse(null);
            if (value != null) {
                meant.put(local.getKey(), value);
            }
        }
        return meant;
    }

    /** Whether something comes from above: a mask does not. */
    private static boolean isGradient(Trial trial, Node local) {
        List<Leaf> leaves = trial.model().leaves();
        List<Node> order = Topology.order(List.of(local));
        return leaves.subList(trial.rules().size(), leaves.size()).stream().anyMatch(upstream -> order.contains(upstream.node()));
    }

    /** Whether all lines that use a local line are right with the gradient of a value in its place. */
    private static boolean repairs(Trial trial, Node local, Node value, List<Handwork.Rule> users) {
        Node gradient = local.shape().equals(value.shape()) ? new ReversePass(trial.output(), trial.seed(), List.of(value)).gradient(value) : null;
        try {
            return gradient != null && users.stream().noneMatch(rule -> new TrialPoints(trial).differ(
                    new Substitution().put(local, gradient).of(rule.given()), rule.derived()));
        } catch (ShapeMismatch e) {
            return false;
        }
    }
}
