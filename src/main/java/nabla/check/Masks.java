package nabla.check;

import java.util.List;
import java.util.stream.IntStream;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;

/** Comparisons, and what is made of them alone: values that move in steps and pass no gradient on. */
final class Masks {

    private Masks() { }

    /**
     * Whether the node is a mask on which the choice of a {@code where} depends. Moving it by a little, as no point ever does, makes
     * another choice, so differences say nothing about its gradient; and its gradient goes nowhere.
     */
    static boolean chooses(Node node, Node root) {
        if (!isMask(node)) {
            return false;
        }
        List<Node> order = Topology.order(List.of(root));
        Places path = Topology.dependents(order, List.of(node));
        return order.stream().anyMatch(each -> each instanceof Apply use && IntStream.range(0, use.arguments().size())
                .anyMatch(k -> use.op().decides(k) && path.contains(use.argument(k))));
    }

    private static boolean isMask(Node node) {
        return node instanceof Apply use && (use.isStepwise() || use.arguments().stream().allMatch(
                argument -> argument instanceof Constant || argument instanceof Apply inner && inner.isStepwise()));
    }
}
