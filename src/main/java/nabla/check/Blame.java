package nabla.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.backward.Contribution;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Node;

/**
 * Whose fault a wrong gradient is. A node whose gradient is right while that of its argument is wrong has a wrong backward rule, if the
 * operation on its own shows it; where all rules are right, a use was lost or counted twice. From the output down, so that what a node
 * inherits is known before the node.
 */
public final class Blame {

    private static final int ENTRIES = 64;

    private final Map<Node, Fault> faults = new IdentityHashMap<>();

    /**
     * The operation at fault.
     *
     * @param use      the operation; null if no rule is wrong, but the sum over the uses is
     * @param argument whose rule is wrong, from 0
     * @param entry    the entry of that argument that shows it, counted row by row
     */
    public record Fault(Apply use, int argument, int entry) { }

    Blame(List<Node> order, Map<Node, NodeResult> results, Values values, LocalCheck local) {
        for (int i = order.size() - 1; i >= 0; i--) {
            Node node = order.get(i);
            NodeResult result = results.get(node);
            if (result != null && result.isWrong()) {
                faults.put(node, fault(uses(order, node), result.entry(), values, local));
            }
        }
    }

    /** Every use of a node: also those whose rule contributes nothing. */
    private static List<Contribution> uses(List<Node> order, Node node) {
        List<Contribution> uses = new ArrayList<>();
        for (Node user : order) {
            for (int k = 0; k < user.arguments().size(); k++) {
                if (user.arguments().get(k) == node) {
                    uses.add(new Contribution((Apply) user, k, null));
                }
            }
        }
        return uses;
    }

    private Fault fault(List<Contribution> uses, int wrong, Values values, LocalCheck local) {
        for (Contribution use : uses) {
            NodeFinding finding = local.of(use.via(), use.argument(), values, ENTRIES, wrong);
            if (finding.worst() != null && finding.worst().isWrong()) {
                return new Fault(use.via(), use.argument(), finding.worstEntry());
            }
        }
        for (Contribution use : uses) {
            if (faults.containsKey(use.via())) {
                return faults.get(use.via());
            }
        }
        return new Fault(null, -1, -1);
    }

    /** The fault behind the wrong gradient of a node; null where the gradient is not wrong. */
    public Fault of(Node node) {
        return faults.get(node);
    }
}
