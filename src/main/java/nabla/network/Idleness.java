package nabla.network;

import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.tensor.Tensor;

/**
 * How much of a layer lets no gradient through: units of a rectifier that are off for every example, or values of another activation where its
 * slope is next to 0.
 *
 * @param dead  whether units are counted, each over all examples; otherwise single values
 * @param count how many are dead or saturated
 * @param of    how many there are
 */
public record Idleness(boolean dead, int count, int of) {

    /** The slope of an activation below which next to nothing comes back through it: a logistic unit beyond ±7. */
    private static final double FLAT = 1e-3;

    /**
     * That of a layer at one point; null for an activation that is never idle, or does not go entry by entry.
     *
     * @param z      before the activation
     * @param slope  dh/dz entry by entry, or null
     * @param column whether one example is a column
     */
    public static Idleness of(String activation, Tensor z, Tensor slope, boolean column) {
        if (slope == null || activation.equals(Activations.LINEAR)) {
            return null;
        }
        return Activations.isCutOff(activation) ? dead(z, column) : saturated(slope);
    }

    private static Idleness dead(Tensor z, boolean column) {
        int units = column ? z.rows() : z.columns();
        int examples = column ? z.columns() : z.rows();
        int dead = 0;
        for (int unit = 0; unit < units; unit++) {
            boolean on = false;
            for (int example = 0; example < examples; example++) {
                on |= (column ? z.get(unit, example) : z.get(example, unit)) > 0;
            }
            dead += on ? 0 : 1;
        }
        return new Idleness(true, dead, units);
    }

    private static Idleness saturated(Tensor slope) {
        int flat = 0;
        for (double each : slope.data()) {
            flat += Math.abs(each) < FLAT ? 1 : 0;
        }
        return new Idleness(false, flat, slope.count());
    }

    /** From 0 to 1. */
    public double share() {
        return (double) count / of;
    }

    /** {@code dh/dz} as a graph, if it is a matter of single entries; perhaps one number for all of them. Otherwise null. */
    public static Node slope(Apply h, Node z) {
        if (!h.op().elementwise() || h.op().meaning() == Meaning.IDENTITY) {
            return null;
        }
        Node slope = h.op().adjoint(0, h, Algebra.ones(z.shape()));
        return slope == null ? Algebra.zeros(z.shape()) : slope;
    }
}
