package nabla.page;

import java.util.List;
import nabla.formula.Formula;
import nabla.report.NodeReport.Contribution;
import nabla.report.NodeReport;
import nabla.tensor.Tensor;

/**
 * A step of a pass: a node gets its value, or its gradient one more term.
 *
 * @param figures what it lights up in the picture, by place
 * @param shows   what the picture shows from then on
 * @param term    what is added in the backward pass; null in the forward pass, and where the pass begins
 * @param sum     the node's gradient so far; null in the forward pass
 * @param use     which of the node's uses it is, from 1, of how many
 */
record Step(NodeReport node, List<Integer> figures, FigureNumber shows, Contribution term, Tensor sum, int use, int uses) {

    /** A number of a figure. */
    record FigureNumber(int figure, boolean gradient, String text) { }

    boolean isForward() {
        return sum == null;
    }

    /** The local derivative, or the whole rule where it is no matter of single entries. */
    Formula local() {
        return term.local() == null ? Formula.number(1) : term.local();
    }

    boolean isComplete() {
        return use == uses;
    }
}
