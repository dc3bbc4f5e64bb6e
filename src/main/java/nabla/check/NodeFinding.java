package nabla.check;

import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import nabla.verdict.Text;

/** What was found about the gradient of one node at one point: its entries, and the one that speaks for it. */
final class NodeFinding {

    private final Tensor gradient;
    private Tensor estimate;
    private double error;
    private int checked;
    private int worstEntry = -1;
    private Finding worst;

    /** Nothing found yet; {@code gradient} is backprop's value. */
    NodeFinding(Tensor gradient) {
        this.gradient = gradient;
    }

    void add(int entry, Finding found) {
        boolean zero = found.backprop() == 0 && found.isWrong() && found.verdict().reason() == null;
        Finding finding = zero ? found.asWrong(gradient.largest() == 0 ? "identically zero" : "zero" + Text.where(entry, gradient.shape())) : found;
        checked++;
        estimate = estimate != null ? estimate : Tensor.filled(gradient.shape(), Double.NaN);
        estimate.data()[entry] = finding.estimate();
        error = Double.isNaN(finding.error()) || Double.isInfinite(finding.error()) ? error : Math.max(error, finding.error());
        if (finding.worseThan(worst)) {
            worst = finding;
            worstEntry = entry;
        }
    }

    /** Backprop's value. */
    Tensor gradient() {
        return gradient;
    }

    /** The estimates, NaN where an entry was not checked; null if none was. */
    Tensor estimate() {
        return estimate;
    }

    /** The largest error of the estimates. */
    double error() {
        return error;
    }

    int checked() {
        return checked;
    }

    /** The entry that speaks for the node, counted row by row; −1 if none was checked. */
    int worstEntry() {
        return worstEntry;
    }

    /** The finding about that entry, or null. */
    Finding worst() {
        return worst;
    }
}
