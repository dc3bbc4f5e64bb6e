package nabla.stencil;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nabla.forward.Values;
import nabla.graph.Node;
import nabla.point.Branches;
import nabla.point.Crossing;
import nabla.point.Watch;
import nabla.tensor.Tensor;

/**
 * F(t) = (f(x + t·s₁e₁) − f(x), …, f(x + t·s_n e_n) − f(x)): by how much the output rises as each entry of one node is moved on its own,
 * with s the scale of the entry, a power of two. Every sample is kept, with the branch it lies on.
 */
public final class Probe {

    private static final double NEAR = 0x1p-35;
    /**
     * The steps at which noise is measured: a large change has mostly noise in proportion to it, a small one mostly noise of its own. There
     * may be no value at the larger ones.
     */
    static final double[] NOISY = {0x1p-10, 0x1p-21, NEAR};
    /** Of so many entries the noise is measured; others are taken to have the largest of it. */
    private static final int MEASURED = 8;
    /** And of so many of those at which nothing rises; others of them are taken to have the largest of that. */
    private static final int FLAT = 1024;
    /** For how many times the noise that was seen there may be. */
    static final double FACTOR = 3;

    /** What forming a difference may add, for a rise of 1. */
    private static final double ARITHMETIC = 8 * Math.ulp(1.0);

    private final Trials trials;
    private final Node moved;
    private final Values values;
    private final Branches branches;
    private final int[] entries;
    private final double[] scales;
    private final Map<Double, Samples> samples = new TreeMap<>();
    /** By entry, the part of the noise that grows with the step, for a step of 1, and the part that does not; null until it is asked for. */
    private double[] growing;
    private double[] constant;
    /** Whether the noise of every entry was measured, and not taken from others. */
    private boolean measured;
    /** Null until it is asked for. */
    private Boolean touchesEdge;

    /** The samples at one t, one an entry: by how much the output rises, and where it lies. */
    record Samples(double[] rise, byte[] place, long[] signature) { }

    public Probe(Trials trials, Node moved, int[] entries, Values values, Branches branches) {
        this.trials = trials;
        this.moved = moved;
        this.values = values;
        this.branches = branches;
        this.entries = entries;
        this.scales = new double[entries.length];
        Tensor at = values.of(moved);
        for (int k = 0; k < entries.length; k++) {
            scales[k] = scale(at.at(entries[k]));
        }
    }

    /** The same, with samples at some steps that were taken before. */
    public Probe knowing(double[] steps, FirstSamples first) {
        if (first == null || first.growing().length != entries.length) {
            return this;
        }
        add(steps, first.taken());
        if (IntStream.range(0, entries.length).allMatch(k -> Double.isFinite(first.growing()[k] + first.constant()[k]))) {
            growing = first.growing();
            constant = first.constant();
        }
        return this;
    }

    /** The same for some of the entries, by their places, with the samples taken so far. */
    public Probe of(int[] kept) {
        Probe part = new Probe(trials, moved, Arrays.stream(kept).map(k -> entries[k]).toArray(), values, branches);
        samples.forEach((t, taken) -> {
            Samples some = new Samples(new double[kept.length], new byte[kept.length], new long[kept.length]);
            for (int k = 0; k < kept.length; k++) {
                some.rise[k] = taken.rise[kept[k]];
                some.place[k] = taken.place[kept[k]];
                some.signature[k] = taken.signature[kept[k]];
            }
            part.samples.put(t, some);
        });
        if (measured) {
            part.growing = Arrays.stream(kept).mapToDouble(k -> growing[k]).toArray();
            part.constant = Arrays.stream(kept).mapToDouble(k -> constant[k]).toArray();
            part.measured = true;
        }
        return part;
    }

    /** 2^round(log₂ max(1, |x|)), and no more than a double holds. */
    public static double scale(double x) {
        return Math.scalb(1.0, Math.min(Double.MAX_EXPONENT, (int) Math.rint(Math.log(Math.max(1, Math.abs(x))) / Math.log(2))));
    }

    Samples samples(double t) {
        Samples taken = samples.get(t);
        if (taken == null) {
            take(t);
        }
        return taken != null ? taken : samples.get(t);
    }

    /** Takes the samples at some t that there are none of yet. */
    void take(double... wanted) {
        samples.computeIfAbsent(0.0, t -> new Samples(new double[entries.length], new byte[entries.length], new long[entries.length]));
        double[] steps = Arrays.stream(wanted).distinct().filter(t -> !samples.containsKey(t)).toArray();
        if (steps.length == 0) {
            return;
        }
        add(steps, trials.take(moved, entries, scales, steps));
    }

    private void add(double[] steps, Trials.EntrySamples taken) {
        for (int s = 0; s < steps.length; s++) {
            samples.put(steps[s], new Samples(taken.rise()[s], taken.place()[s], taken.signature()[s]));
        }
    }

    /** The noise of the rise at t, for entry k: what was measured, and what the arithmetic of differences adds. */
    double noise(int k, double t) {
        return noise(k, t, samples(t));
    }

    /** The same where the samples at t are at hand. */
    double noise(int k, double t, Samples at) {
        if (growing == null) {
            measure();
        }
        double rise = Math.abs(at.rise[k]);
        return constant[k] + growing[k] * Math.abs(t) + (rise < Double.POSITIVE_INFINITY ? ARITHMETIC * rise : 0);
    }

    private void measure() {
        int n = entries.length;
        int apart = (n + MEASURED - 1) / MEASURED;
        boolean[] flat = new boolean[n];
        for (int k = 0; k < n; k++) {
            flat[k] = isFlat(k);
        }
        int[] flats = IntStream.range(0, n).filter(k -> flat[k]).toArray();
        int between = (flats.length + FLAT - 1) / FLAT;
        boolean[] chosen = new boolean[n];
        for (int f = 0; f < flats.length; f += between) {
            chosen[flats[f]] = true;
        }
        int[] picked = IntStream.range(0, n).filter(k -> k % apart == 0 || chosen[k]).toArray();
        double[][] noise = trials.noise(moved, Arrays.stream(picked).map(k -> entries[k]).toArray(), Arrays.stream(picked).mapToDouble(k -> scales[k]).toArray(),
                NOISY);
        growing = new double[n];
        constant = new double[n];
        measured = picked.length == n;
        for (int p = 0; p < picked.length; p++) {
            for (int s = 0; s < NOISY.length; s++) {
                double share = FACTOR * noise[s][p] / NOISY[s];
                if (share < Double.POSITIVE_INFINITY) {
                    growing[picked[p]] = share;
                    break;
                }
            }
            double last = FACTOR * noise[NOISY.length - 1][p];
            constant[picked[p]] = Double.isNaN(last) ? Double.POSITIVE_INFINITY : last;
        }
        double[] steepest = {Arrays.stream(growing).max().orElse(0), Arrays.stream(flats).mapToDouble(k -> growing[k]).max().orElse(0)};
        double[] most = {Arrays.stream(constant).max().orElse(0), Arrays.stream(flats).mapToDouble(k -> constant[k]).max().orElse(0)};
        for (int k = 0, p = 0; k < n; k++) {
            if (p < picked.length && picked[p] == k) {
                p++;
            } else {
                growing[k] = steepest[flat[k] ? 1 : 0];
                constant[k] = most[flat[k] ? 1 : 0];
            }
        }
    }

    /** Whether no sample taken so far differs from f(x). */
    private boolean isFlat(int k) {
        for (Samples taken : samples.values()) {
            if (taken.rise[k] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the point itself lies on an edge that moving entry k leaves: some sample close to it is on neither side. */
    public boolean atEdge(int k) {
        take(NEAR, -NEAR);
        return samples(NEAR).place[k] == Crossing.LEAVES || samples(-NEAR).place[k] == Crossing.LEAVES;
    }

    /** Whether anything that moves with the node lies on an edge, as far as rounding can tell. */
    public boolean touchesEdge() {
        if (touchesEdge == null) {
            touchesEdge = branches.moved(values.program(), moved).stream().anyMatch(Watch::isSingular);
        }
        return touchesEdge;
    }

    int size() {
        return entries.length;
    }

    /** f(x). */
    public double center() {
        return values.of(trials.root()).at(0);
    }

    double scaleOf(int k) {
        return scales[k];
    }

    /** Every t sampled so far, in order. */
    Map<Double, Samples> all() {
        return samples;
    }
}
