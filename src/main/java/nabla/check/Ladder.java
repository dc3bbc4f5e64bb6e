package nabla.check;

import java.util.Arrays;
import java.util.Map;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.FiniteDifferencesDifferentiator;

/**
 * Five-point differences on a ladder of steps h, each a quarter of the one before and a power of two, so that dividing by the nominal
 * step is exact. The finer rung of two neighbours is a candidate; its error is the difference of the two plus the noise of one
 * evaluation over the step. A candidate that any finer rung contradicts is discarded (aliasing, narrow features); the smallest error wins.
 */
final class Ladder {

    /** How many samples the first four rungs take of an entry, the point itself left out. */
    static final long BRIEF_SAMPLES = 16;

    private static final int POINTS = 5;
    private static final double CENTRAL_NOISE = 1.5;
    /** The sum of the weights |−25/12| + 4 + 3 + 4/3 + 1/4 of the five-point difference at an end. */
    private static final double END_NOISE = 32 / 3.0;

    private final Probe probe;
    private final double[] steps;
    private final Side side;
    private final double[][] slopes;
    private final double[][] largest;

    /** Around the point, or to one side of it (for kinks). */
    enum Side { BOTH, LEFT, RIGHT }

    private Ladder(Probe probe, double[] steps, Side side) {
        this.probe = probe;
        this.steps = steps;
        this.side = side;
        this.slopes = new double[steps.length][];
        this.largest = new double[steps.length][probe.size()];
        for (int r = 0; r < steps.length; r++) {
            slopes[r] = slopes(steps[r], largest[r]);
        }
    }

    /** Three rungs at 2⁻⁷, 2⁻⁹, 2⁻¹¹ and a probe at 2⁻²¹: enough for most. */
    static Ladder brief(Probe probe) {
        return new Ladder(probe, new double[] {0x1p-7, 0x1p-9, 0x1p-11, 0x1p-21}, Side.BOTH);
    }

    /** All rungs from 2⁻¹ to 2⁻³⁵. */
    static Ladder full(Probe probe, Side side) {
        double[] steps = new double[18];
        for (int r = 0; r < steps.length; r++) {
            steps[r] = Math.scalb(1.0, -1 - 2 * r);
        }
        return new Ladder(probe, steps, side);
    }

    private double[] slopes(double h, double[] most) {
        DerivativeStructure[] result = differentiator(h).differentiate(probe).value(new DerivativeStructure(1, 1, 0, 0.0));
        double[] slope = new double[result.length];
        for (int k = 0; k < slope.length; k++) {
            slope[k] = usable(h, k, most) ? result[k].getPartialDerivative(1) / probe.scaleOf(k) : Double.NaN;
        }
        return slope;
    }

    /** With bounds the class keeps a safety distance of one ulp; it is given back so that a side's samples begin at the point. */
    private FiniteDifferencesDifferentiator differentiator(double h) {
        double safety = Math.ulp(0.5 * h * (POINTS - 1));
        return switch (side) {
            case BOTH -> new FiniteDifferencesDifferentiator(POINTS, h);
            case LEFT -> new FiniteDifferencesDifferentiator(POINTS, h, Double.NEGATIVE_INFINITY, safety);
            case RIGHT -> new FiniteDifferencesDifferentiator(POINTS, h, -safety, Double.POSITIVE_INFINITY);
        };
    }

    /** Whether the samples of a rung lie on one branch: that of the point, or next to it on the one side. */
    private boolean usable(double h, int k, double[] most) {
        int first = side == Side.BOTH ? -2 : side == Side.LEFT ? -4 : 0;
        long signature = 0;
        for (int i = first; i < first + POINTS; i++) {
            if (i == 0) {
                continue;
            }
            Probe.Samples at = probe.samples(i * h);
            most[k] = Math.max(most[k], Math.abs(at.value()[k]));
            byte place = at.place()[k];
            if (place > Branches.LEAVES || place == Branches.LEAVES && side == Side.BOTH
                    || signature != 0 && signature != at.signature()[k] + 1) {
                return false;
            }
            signature = at.signature()[k] + 1;
        }
        return true;
    }

    /** The best estimate for entry k, given the noise of one evaluation at the point. */
    Estimate pick(int k, double noise) {
        Estimate best = null;
        for (int r = 1; r < steps.length; r++) {
            double rounding = rounding(r, k, noise);
            double error = Math.abs(slopes[r][k] - slopes[r - 1][k]) + rounding;
            boolean neighbours = steps[r - 1] == 4 * steps[r];
            if (neighbours && !Double.isNaN(error) && (best == null || error < best.error()) && !contradicted(r, k, error, noise)) {
                best = new Estimate(slopes[r][k], error, rounding, steepest(k, noise), flat(k));
            }
        }
        return best != null ? best : new Estimate(Double.NaN, Double.POSITIVE_INFINITY, 0, steepest(k, noise), flat(k));
    }

    /** What the noise of one evaluation does to the slope of a rung; it is at least ε·max|f| over its samples. */
    private double rounding(int r, int k, double noise) {
        double one = Math.max(noise, Math.ulp(1.0) * Math.max(Math.abs(probe.center()), largest[r][k]));
        return (side == Side.BOTH ? CENTRAL_NOISE : END_NOISE) * one / (probe.scaleOf(k) * steps[r]);
    }

    private boolean contradicted(int r, int k, double error, double noise) {
        for (int finer = r + 1; finer < steps.length; finer++) {
            if (Math.abs(slopes[finer][k] - slopes[r][k]) > error + rounding(finer, k, noise)) {
                return true;
            }
        }
        return false;
    }

    private double steepest(int k, double noise) {
        double steepest = 0;
        for (Map.Entry<Double, Probe.Samples> sample : probe.all().entrySet()) {
            double distance = Math.abs(sample.getKey()) * probe.scaleOf(k);
            if (distance > 0 && onBranch(sample.getKey(), sample.getValue().place()[k])) {
                double rise = Math.abs(sample.getValue().value()[k] - probe.center());
                steepest = Math.max(steepest, (rise - 2 * noise) / distance);
            }
        }
        return steepest;
    }

    /** Beside an edge that the point lies on, the branch is the side looked at. */
    private boolean onBranch(double step, byte place) {
        return place == Branches.SAME || place == Branches.LEAVES && side != Side.BOTH && isOnSide(step);
    }

    private boolean isOnSide(double step) {
        return side == Side.BOTH || side == Side.LEFT == step < 0;
    }

    /** Whether every sample on the branch of the point equals f(x) bit for bit, and a slope could be taken at all. */
    private boolean flat(int k) {
        for (Map.Entry<Double, Probe.Samples> sample : probe.all().entrySet()) {
            boolean counts = isOnSide(sample.getKey()) && onBranch(sample.getKey(), sample.getValue().place()[k]);
            if (counts && sample.getValue().value()[k] != probe.center()) {
                return false;
            }
        }
        return Arrays.stream(slopes).anyMatch(slope -> !Double.isNaN(slope[k]));
    }
}
