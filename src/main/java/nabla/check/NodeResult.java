package nabla.check;

import nabla.graph.Node;
import nabla.tensor.Tensor;

/**
 * What became of the gradient of one node at all points.
 *
 * @param gradient backprop's value at the first point
 * @param estimate by differences, at the first point; NaN where an entry was not checked, null if none was
 * @param error    the largest error of any estimate
 * @param checked  how many entries were checked at each point
 * @param worst    the finding that speaks for the node; null if none was checked
 * @param entry    its entry, counted row by row
 * @param point    its point, from 0
 */
public record NodeResult(Node node, Tensor gradient, Tensor estimate, double error, int checked, Finding worst, int entry,
        int point) {

    static NodeResult of(Node node, NodeFinding finding, int point) {
        return new NodeResult(node, finding.gradient(), finding.estimate(), finding.error(), finding.checked(), finding.worst(),
                finding.worstEntry(), point);
    }

    /** This with what was found at a further point. */
    NodeResult and(NodeFinding finding, int at) {
        boolean worse = finding.worst() != null && finding.worst().worseThan(worst);
        return new NodeResult(node, gradient, estimate, Math.max(error, finding.error()), checked, worse ? finding.worst() : worst,
                worse ? finding.worstEntry() : entry, worse ? at : point);
    }

    /** Whether an entry is wrong. */
    public boolean isWrong() {
        return worst != null && worst.isWrong();
    }

    /** Whether what was looked at is neither right nor wrong. */
    public boolean isOpen() {
        return worst != null && worst.verdict().isOpen();
    }

    /** This disagreement with a word on where it is. */
    public NodeResult at(String place) {
        String reason = worst.verdict().reason();
        Finding wrong = worst.asWrong(reason == null ? place : reason + ", " + place);
        return new NodeResult(node, gradient, estimate, error, checked, wrong, entry, point);
    }
}
