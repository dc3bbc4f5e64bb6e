package nabla.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nabla.forward.Replay;
import nabla.forward.Values;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import org.apache.commons.math3.analysis.UnivariateVectorFunction;

/**
 * F(t) = (f(x + t·s₁e₁), …, f(x + t·s_n e_n)): the output as each entry of one node is moved on its own, with s the scale of the
 * entry, a power of two. Every sample is kept, with the branch it lies on.
 */
final class Probe implements UnivariateVectorFunction {

    private static final double NEAR = 0x1p-35;

    private final Node root;
    private final Replay replay;
    private final List<Watch> watches;
    private final int[] entries;
    private final double[] scales;
    private final double center;
    private Progress progress = Progress.NONE;
    private final Map<Double, Samples> samples = new TreeMap<>();

    /** The samples at one t, one an entry. */
    record Samples(double[] value, byte[] place, long[] signature) { }

    Probe(Node root, Node moved, int[] entries, Values values, Branches branches) {
        this.root = root;
        this.entries = entries;
        this.replay = new Replay(values, moved);
        this.watches = branches.moved(replay);
        this.center = values.of(root).at(0);
        this.scales = new double[entries.length];
        Matrix at = values.of(moved);
        for (int k = 0; k < entries.length; k++) {
            scales[k] = scale(at.at(entries[k]));
        }
    }

    /** Tells how far it has come. */
    Probe telling(Progress told) {
        progress = told;
        return this;
    }

    /** 2^round(log₂ max(1, |x|)), and no more than a double holds. */
    static double scale(double x) {
        return Math.scalb(1.0, Math.min(Double.MAX_EXPONENT, (int) Math.rint(Math.log(Math.max(1, Math.abs(x))) / Math.log(2))));
    }

    @Override
    public double[] value(double t) {
        return samples(t).value;
    }

    Samples samples(double t) {
        return samples.computeIfAbsent(t, this::sample);
    }

    private Samples sample(double t) {
        int n = entries.length;
        Samples taken = new Samples(new double[n], new byte[n], new long[n]);
        for (int k = 0; k < n; k++) {
            if (t == 0) {
                taken.value[k] = center;
                continue;
            }
            progress.step();
            replay.add(entries[k], t * scales[k]);
            taken.value[k] = replay.of(root).at(0);
            taken.place[k] = Double.isFinite(taken.value[k]) ? Branches.compare(watches, replay) : Branches.OUTSIDE;
            taken.signature[k] = taken.place[k] == Branches.LEAVES ? Branches.signature(watches, replay) : 0;
        }
        return taken;
    }

    /** Whether the point itself lies on an edge that moving entry k leaves: some sample close to it is on neither side. */
    boolean atEdge(int k) {
        return samples(NEAR).place[k] == Branches.LEAVES || samples(-NEAR).place[k] == Branches.LEAVES;
    }

    /** Whether anything that moves with the node lies on an edge, as far as rounding can tell. */
    boolean touchesEdge() {
        for (Watch watch : watches) {
            for (boolean singular : watch.singular()) {
                if (singular) {
                    return true;
                }
            }
        }
        return false;
    }

    int size() {
        return entries.length;
    }

    double center() {
        return center;
    }

    double scaleOf(int k) {
        return scales[k];
    }

    /** Every t sampled so far, in order. */
    Map<Double, Samples> all() {
        return samples;
    }
}
