package nabla.check;

import java.util.List;
import java.util.Map;
import nabla.forward.FieldValues;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.matrix.Matrix;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;

/**
 * The second oracle: the same graph evaluated with 60 digits, differentiated by differences with a step of s·2⁻⁹⁰. Its estimates are
 * good to more digits than a double has; what it costs is time, so it is asked only where doubles cannot decide. So small a step has
 * no room for anything between the point and its samples: if the slopes of the two sides differ, the point lies on a kink, and if f
 * does not come back to f(x), on a jump.
 */
final class Oracle {

    private static final int DIGITS = 60;
    private static final int EXPONENT = -90;
    private static final DfpField FIELD = new DfpField(DIGITS);

    private final Node root;
    private final FieldValues<Dfp> values;
    private final Dfp center;
    /** The power of ten of the largest number on the way to f. */
    private final int magnitude;

    /**
     * What it says about one partial derivative.
     *
     * @param both  from both sides at once; does not exist outside a domain, on one side at least
     * @param jumps whether f(x) is not the limit from the left or from the right
     */
    record Answer(Estimate both, Estimate left, Estimate right, boolean jumps) { }

    Oracle(Node root, Map<Input, Matrix> point) {
        this.root = root;
        Tape tape = new Tape(List.of(root));
        this.values = new FieldValues<>(tape, point, FIELD::newDfp, Values.at(tape, point), Masks::isStepwise);
        this.center = values.of(root).at(0);
        int most = Integer.MIN_VALUE;
        for (Node node : Topology.order(List.of(root))) {
            for (Dfp entry : values.of(node).entries()) {
                boolean counts = !entry.isZero() && !entry.isNaN() && !entry.isInfinite();
                most = counts ? Math.max(most, entry.intLog10()) : most;
            }
        }
        this.magnitude = most;
    }

    /** The partial derivative of the root by one entry of a node; {@code scale} is a power of two near the entry. */
    Answer derivative(Node node, int entry, double scale) {
        Dfp h = FIELD.newDfp(scale).multiply(FIELD.getTwo().pow(EXPONENT));
        Dfp[] right = {rise(node, entry, h), rise(node, entry, h.multiply(2))};
        Dfp[] left = {rise(node, entry, h.negate()), rise(node, entry, h.multiply(-2))};
        Dfp three = right[0].subtract(left[0]).divide(h.multiply(2));
        Dfp five = right[0].subtract(left[0]).multiply(8).subtract(right[1].subtract(left[1])).divide(h.multiply(12));
        double rounding = rounding(Math.scalb(scale, EXPONENT));
        return new Answer(estimate(five, three, rounding), side(right, h, rounding), side(left, h.negate(), rounding),
                jumps(right, h, rounding) || jumps(left, h, rounding));
    }

    /**
     * The slopes of the two sides outside of what rounding can tell from the point: where doubles lie on a kink, 60 digits may lie
     * beside it. From f at h, 2h and 3h with h = s·2ʳ.
     */
    Answer beside(Node node, int entry, double scale, int r) {
        Dfp h = FIELD.newDfp(Math.scalb(scale, r));
        double rounding = rounding(Math.scalb(scale, r));
        return new Answer(Estimate.NONE, beside(node, entry, h.negate(), rounding), beside(node, entry, h, rounding), false);
    }

    private Estimate beside(Node node, int entry, Dfp h, double rounding) {
        Dfp one = rise(node, entry, h);
        Dfp two = rise(node, entry, h.multiply(2));
        Dfp near = two.subtract(one).divide(h);
        Dfp far = rise(node, entry, h.multiply(3)).subtract(two).divide(h);
        return estimate(near.subtract(far.subtract(near).multiply(3).divide(2)), near, rounding);
    }

    /** Of a slope over a step. Of 60 digits the first word may hold only one; and what cancels on the way to f leaves its rounding. */
    private double rounding(double step) {
        return Math.pow(10, magnitude + 6.0 - DIGITS) / step;
    }

    /** f(x + h) − f(x). */
    private Dfp rise(Node node, int entry, Dfp h) {
        return values.after(node, entry, h, root).at(0).subtract(center);
    }

    private Estimate side(Dfp[] rise, Dfp h, double rounding) {
        Dfp two = rise[0].divide(h);
        Dfp three = rise[0].multiply(4).subtract(rise[1]).divide(h.multiply(2));
        return estimate(three, two, 4 * rounding);
    }

    /** A slope goes on as it began; behind a jump it is another. */
    private static boolean jumps(Dfp[] rise, Dfp h, double rounding) {
        Dfp rest = rise[1].subtract(rise[0]);
        double begin = rise[0].divide(h).abs().toDouble();
        return rest.abs().multiply(16).lessThan(rise[0].abs()) && begin > 16 * rounding;
    }

    private static Estimate estimate(Dfp good, Dfp rough, double rounding) {
        double value = good.toDouble();
        return Double.isNaN(value) ? new Estimate(value, Double.POSITIVE_INFINITY, 0, 0, false)
                : new Estimate(value, good.subtract(rough).abs().toDouble() + rounding + Math.ulp(value), rounding, Math.abs(value), good.isZero());
    }
}
