package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;

/** The gradient of another node than the one whose gradient belongs there: of the one next to it, of another gate. */
record NeighbourSlips(Backprop pass, Node target, Naming naming) {

    private static final int MOST = 24;

    void slips(Drafts drafts) {
        List<Node> others = pass.order().stream().filter(node -> node != target && !(node instanceof Constant) && pass.gradient(node) != null
                && Topology.order(List.of(pass.gradient(node))).stream().anyMatch(Input.class::isInstance) && (node.name() != null || isNear(node))).limit(MOST).toList();
        for (Node other : others) {
            if (target instanceof Apply && other.name() != null && other != pass.root()) {
                drafts.add(Codes.of(GRAD_FOR_VALUE), "this is the gradient of " + naming.of(other) + ", not that of " + naming.of(target), pass.gradient(other));
            }
        }
        for (Edge edge : Edge.of(pass, List.of(target))) {
            for (Node other : edge.input() == target || isNear(edge.input()) ? others : List.<Node>of()) {
                boolean fits = other != edge.use() && other.shape().equals(edge.use().shape()) && other != edge.input() && !(other instanceof Input);
                if (fits && !drafts.isFull()) {
                    drafts.add(Codes.of(GRAD_FOR_VALUE), "the gradient of " + naming.of(other) + " stands where that of " + naming.of(edge.use()) + " belongs",
                            edge.contributing(edge.rule(pass.gradient(other)), target), List.of(pass.gradient(other)));
                }
            }
        }
    }

    /** Whether a node is computed from the target itself. */
    private boolean isNear(Node node) {
        return node.arguments().contains(target);
    }
}
