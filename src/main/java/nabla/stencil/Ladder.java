package nabla.stencil;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import nabla.point.Crossing;

/**
 * Five-point differences on a ladder of steps h, each a quarter of the one before and a power of two, so that dividing by the nominal
 * step is exact. The finer rung of two neighbours is a candidate; its error is the difference of the two plus the noise of one
 * evaluation over the step. A candidate that any finer rung contradicts is discarded (aliasing, narrow features); the smallest error wins.
 */
public final class Ladder {

    private static final double FINE = 0x1p-11;
    private static final double NEAR = 0x1p-21;
    /** The steps of the samples that the first two rungs take, the point itself left out. */
    public static final double[] QUICK = {FINE, 2 * FINE, -FINE, -2 * FINE, NEAR, -NEAR};
    private static final int POINTS = 5;
    private static final double CENTRAL_NOISE = 1.5;
    /** The sum of the weights |−25/12| + 4 + 3 + 4/3 + 1/4 of the five-point difference at an end. */
    private static final double END_NOISE = 32 / 3.0;

    private final Probe probe;
    private final double[] steps;
    private final Side side;
    /** By rung, its samples in order. */
    private final Probe.Samples[][] rungs;
    private final double[][] slopes;

    /** Around the point, or to one side of it (for kinks). */
    public enum Side { BOTH, LEFT, RIGHT }

    private Ladder(Probe probe, double[] steps, Side side) {
        this.probe = probe;
        this.steps = steps;
        this.side = side;
        this.slopes = new double[steps.length][];
        int first = first();
        probe.take(Arrays.stream(steps).flatMap(h -> IntStream.range(first, first + POINTS).mapToDouble(i -> i * h)).toArray());
        this.rungs = new Probe.Samples[steps.length][POINTS];
        for (int r = 0; r < steps.length; r++) {
            for (int i = 0; i < POINTS; i++) {
                rungs[r][i] = probe.samples((first + i) * steps[r]);
            }
            slopes[r] = slopes(r);
        }
    }

    /**
     * One rung at 2⁻¹¹, and two points at 2⁻²¹ to compare it with: enough for most. What this could overlook, a narrower ladder would: what
     * lies between the two, or bends there, makes them differ, be it an edge that only the wider one meets or a feature that only the other
     * one sees; and the samples themselves say which branch they are on.
     *
     * @return for each entry the estimate
     */
    public static Estimate[] quick(Probe probe) {
        probe.take(QUICK);
        Ladder fine = new Ladder(probe, new double[] {FINE}, Side.BOTH);
        Probe.Samples up = probe.samples(NEAR);
        Probe.Samples down = probe.samples(-NEAR);
        Estimate[] estimates = new Estimate[probe.size()];
        for (int k = 0; k < estimates.length; k++) {
            boolean usable = up.place()[k] == Crossing.SAME && down.place()[k] == Crossing.SAME;
            double slope = usable ? (up.rise()[k] - down.rise()[k]) / (2 * NEAR) / probe.scaleOf(k) : Double.NaN;
            double rounding = fine.rounding(0, k);
            double error = Math.abs(fine.slopes[0][k] - slope) + rounding;
            estimates[k] = Double.isNaN(error) ? Estimate.NONE : new Estimate(fine.slopes[0][k], error, rounding, fine.steepest(k), fine.flat(k));
        }
        return estimates;
    }

    /** Three rungs at 2⁻⁷, 2⁻⁹, 2⁻¹¹ and a probe at 2⁻²¹: enough for most. */
    public static Ladder brief(Probe probe) {
        return new Ladder(probe, new double[] {0x1p-7, 0x1p-9, 0x1p-11, 0x1p-21}, Side.BOTH);
    }

    /** All rungs from 2⁻¹ to 2⁻³⁵. */
    public static Ladder full(Probe probe, Side side) {
        double[] steps = new double[18];
        for (int r = 0; r < steps.length; r++) {
            steps[r] = Math.scalb(1.0, -1 - 2 * r);
        }
        return new Ladder(probe, steps, side);
    }

    private int first() {
        return side == Side.BOTH ? -2 : side == Side.LEFT ? -4 : 0;
    }

    /** By the differences of five equally spaced points, of which one is the point itself, where the rise is 0. */
    private double[] slopes(int r) {
        double h = steps[r];
        int sign = side == Side.LEFT ? -1 : 1;
        double[][] rise = new double[POINTS][];
        for (int i = 0; i < POINTS; i++) {
            rise[i] = rungs[r][side == Side.LEFT ? POINTS - 1 - i : i].rise();
        }
        double[] slope = new double[probe.size()];
        for (int k = 0; k < slope.length; k++) {
            double difference = side == Side.BOTH ? 8 * (rise[3][k] - rise[1][k]) - (rise[4][k] - rise[0][k])
                    : sign * (48 * rise[1][k] - 36 * rise[2][k] + 16 * rise[3][k] - 3 * rise[4][k]);
            slope[k] = usable(r, k) ? difference / (12 * h) / probe.scaleOf(k) : Double.NaN;
        }
        return slope;
    }

    /** Whether the samples of a rung lie on one branch: that of the point, or next to it on the one side. */
    private boolean usable(int r, int k) {
        int center = -first();
        long signature = 0;
        for (int i = 0; i < POINTS; i++) {
            if (i == center) {
                continue;
            }
            Probe.Samples at = rungs[r][i];
            byte place = at.place()[k];
            if (place > Crossing.LEAVES || place == Crossing.LEAVES && side == Side.BOTH
                    || signature != 0 && signature != at.signature()[k] + 1) {
                return false;
            }
            signature = at.signature()[k] + 1;
        }
        return true;
    }

    /** The best estimate for each entry. */
    public Estimate[] all() {
        return IntStream.range(0, probe.size()).mapToObj(this::pick).toArray(Estimate[]::new);
    }

    /** The best estimate for entry k. */
    public Estimate pick(int k) {
        Estimate best = null;
        for (int r = 1; r < steps.length; r++) {
            double rounding = rounding(r, k);
            double error = Math.abs(slopes[r][k] - slopes[r - 1][k]) + rounding;
            boolean neighbours = steps[r - 1] == 4 * steps[r];
            if (neighbours && !Double.isNaN(error) && (best == null || error < best.error()) && !contradicted(r, k, error)) {
                best = new Estimate(slopes[r][k], error, rounding, steepest(k), flat(k));
            }
        }
        return best != null ? best : new Estimate(Double.NaN, Double.POSITIVE_INFINITY, 0, steepest(k), flat(k));
    }

    /** What the noise of its samples, that of the farthest, does to the slope of a rung. */
    private double rounding(int r, int k) {
        double one = Math.max(probe.noise(k, first() * steps[r], rungs[r][0]),
                probe.noise(k, (first() + POINTS - 1) * steps[r], rungs[r][POINTS - 1]));
        return (side == Side.BOTH ? CENTRAL_NOISE : END_NOISE) * one / (probe.scaleOf(k) * steps[r]);
    }

    private boolean contradicted(int r, int k, double error) {
        for (int finer = r + 1; finer < steps.length; finer++) {
            if (Math.abs(slopes[finer][k] - slopes[r][k]) > error + rounding(finer, k)) {
                return true;
            }
        }
        return false;
    }

    private double steepest(int k) {
        double steepest = 0;
        for (Map.Entry<Double, Probe.Samples> sample : probe.all().entrySet()) {
            double distance = Math.abs(sample.getKey()) * probe.scaleOf(k);
            if (distance > 0 && onBranch(sample.getKey(), sample.getValue().place()[k])) {
                double rise = Math.abs(sample.getValue().rise()[k]);
                steepest = Math.max(steepest, (rise - 2 * probe.noise(k, sample.getKey(), sample.getValue())) / distance);
            }
        }
        return steepest;
    }

    /** Beside an edge that the point lies on, the branch is the side looked at. */
    private boolean onBranch(double step, byte place) {
        return place == Crossing.SAME || place == Crossing.LEAVES && side != Side.BOTH && isOnSide(step);
    }

    private boolean isOnSide(double step) {
        return side == Side.BOTH || side == Side.LEFT == step < 0;
    }

    /** Whether every sample on the branch of the point equals f(x) bit for bit, and a slope could be taken at all. */
    private boolean flat(int k) {
        for (Map.Entry<Double, Probe.Samples> sample : probe.all().entrySet()) {
            boolean counts = isOnSide(sample.getKey()) && onBranch(sample.getKey(), sample.getValue().place()[k]);
            if (counts && sample.getValue().rise()[k] != 0) {
                return false;
            }
        }
        boolean any = false;
        for (double[] slope : slopes) {
            any |= !Double.isNaN(slope[k]);
        }
        return any;
    }
}
