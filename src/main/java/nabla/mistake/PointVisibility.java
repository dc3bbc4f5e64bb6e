package nabla.mistake;

import java.util.List;
import java.util.Map;
import nabla.forward.Noise;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.tensor.Tensor;

/**
 * What can be seen at a point: what is larger than the rounding errors there, however small it is, and what is no tiny part of the
 * gradient that it changes.
 */
final class PointVisibility {

    /** A smaller part of a gradient is below what differences can tell. */
    private static final double PART = 1e-6;

    private final Values values;
    private final List<Node> watched;
    private Noise noise;

    /** For some of the nodes of a program. */
    PointVisibility(Program program, List<Node> watched, Map<Input, Tensor> point) {
        this.values = Values.at(program, point);
        this.watched = watched;
    }

    Values values() {
        return values;
    }

    /** Whether a node is zero but for rounding. */
    boolean isZero(Node node) {
        Tensor value = values.of(node);
        return value.isFinite() && (value.largest() == 0 || !exceeds(value, noise().of(node), value));
    }

    /** Whether what a broken rule contributes more than the right one changes the gradient that it is a part of. */
    boolean shows(Node broken, Node whole) {
        Tensor change = values.of(broken);
        return !change.isFinite() || change.largest() != 0 && exceeds(change, noise().of(broken), values.of(whole));
    }

    /** Whether an entry is larger than its rounding error and no tiny part of the gradient it belongs to. */
    private static boolean exceeds(Tensor change, double[] rounding, Tensor gradient) {
        for (int k = 0; k < change.count(); k++) {
            // A move that leaves the domain says nothing of how large the errors are.
            double unsure = Double.isFinite(rounding[k]) ? rounding[k] : 0;
            if (Math.abs(change.at(k)) > Math.max(unsure, PART * Math.abs(gradient.at(k)))) {
                return true;
            }
        }
        return false;
    }

    private Noise noise() {
        if (noise == null) {
            noise = new Noise(values, watched, 1);
        }
        return noise;
    }
}
