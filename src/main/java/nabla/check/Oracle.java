package nabla.check;

import java.util.List;
import java.util.Map;
import nabla.forward.FieldValues;
import nabla.forward.Tape;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;

/**
 * The second oracle: the same graph evaluated with 60 digits, differentiated by five-point differences with a step of s·2⁻⁹⁰. Its
 * estimate is good to more digits than a double has; what it costs is time, so it is asked only where doubles cannot decide.
 */
final class Oracle {

    private static final int DIGITS = 60;
    private static final int EXPONENT = -90;

    private final DfpField field = new DfpField(DIGITS);
    private final Node root;
    private final FieldValues<Dfp> values;

    Oracle(Node root, Map<Input, Matrix> point) {
        this.root = root;
        this.values = new FieldValues<>(new Tape(List.of(root)), point, field::newDfp);
    }

    /** The partial derivative of the root by one entry of a node; {@code scale} is a power of two near the entry. */
    Estimate derivative(Node node, int entry, double scale) {
        Dfp h = field.newDfp(scale).multiply(field.getTwo().pow(EXPONENT));
        Dfp near = rise(node, entry, h);
        Dfp far = rise(node, entry, h.multiply(2));
        Dfp three = near.divide(h.multiply(2));
        Dfp five = near.multiply(8).subtract(far).divide(h.multiply(12));
        double value = five.toDouble();
        double center = values.of(root).at(0).abs().toDouble();
        double rounding = center * Math.pow(10, 3 - DIGITS) / (scale * Math.scalb(1.0, EXPONENT));
        double error = five.subtract(three).abs().toDouble() + rounding + Math.ulp(value);
        return Double.isNaN(value) ? new Estimate(value, Double.POSITIVE_INFINITY, 0, 0, false)
                : new Estimate(value, error, rounding, Math.abs(value), five.isZero());
    }

    /** f(x + h) − f(x − h). */
    private Dfp rise(Node node, int entry, Dfp h) {
        return values.after(node, entry, h, root).at(0).subtract(values.after(node, entry, h.negate(), root).at(0));
    }
}
