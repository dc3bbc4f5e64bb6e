package nabla.kink;

import java.util.List;
import nabla.oracle.Oracle;
import nabla.stencil.Estimate;

/**
 * What a scalar function does around a point where some entries of one node meet kinks, ties, jumps or holes, measured on the function
 * alone: one-sided slopes f'(x; d) along directions d, and gradients close by. It either has a derivative there after all, or a
 * {@link Subdifferential}, or neither. (Clarke, Optimization and Nonsmooth Analysis, 1983, chapter 2.)
 */
public final class Neighbourhood {

    /** An estimate that is off by more than this share of itself, for other reasons than rounding, is none. */
    private static final double ROUGH = 1e-3;
    private static final double SAME = 1e-7;

    private final int[] entries;
    private final Slopes slopes;
    private final double[] derivative;
    private double error;
    private String reason;
    private Subdifferential subdifferential;
    private final Oracle.Answer[] units;

    /**
     * Looks around.
     *
     * @param entries of the node: those that kinks or holes touch
     * @param groups  the entries that are tied with each other
     * @param noise   of one evaluation of the root in doubles
     * @param exact   whether the point lies on the kinks exactly, and not but for rounding
     * @param size    how many numbers one evaluation takes
     */
    public Neighbourhood(NodeFunction function, int[] entries, List<int[]> groups, double noise, boolean exact, long size) {
        this.entries = entries;
        this.slopes = new Slopes(function, entries, noise, exact, size);
        this.units = new Oracle.Answer[entries.length];
        this.derivative = derivative(groups);
        if (derivative == null && reason == null) {
            subdifferential = new Subdifferential(slopes, units, groups);
        }
    }

    int[] entries() {
        return entries;
    }

    /** The gradient by the entries, where the function has one; null otherwise. */
    public double[] derivative() {
        return derivative;
    }

    /** How far off that may be. */
    public double error() {
        return error;
    }

    /** The gradients that are as good as any at a kink; null where there is none. */
    public Subdifferential subdifferential() {
        return subdifferential;
    }

    /** Why there is neither, or null. */
    String reason() {
        return reason;
    }

    private double[] derivative(List<int[]> groups) {
        double[] slope = new double[entries.length];
        boolean smooth = true;
        for (int k = 0; k < entries.length && reason == null; k++) {
            units[k] = slopes.along(slopes.unitDirection(k));
            reason = reason(units[k]);
            smooth &= reason == null && isSmooth(units[k]);
            slope[k] = reason == null ? value(units[k]) : Double.NaN;
            error = Math.max(error, reason == null ? error(units[k]) : 0);
        }
        if (!smooth) {
            return null;
        }
        for (double[] direction : entries.length == 1 ? List.<double[]>of() : slopes.directions(groups)) {
            Oracle.Answer answer = slopes.along(direction);
            double expected = Hull.dot(slope, direction);
            double norm = 0;
            for (int k = 0; k < slope.length; k++) {
                norm += Math.abs(slope[k] * direction[k]);
            }
            if (answer.jumps()) {
                reason = "the value jumps here";
                return null;
            }
            for (int sign = 1; sign >= -1; sign -= 2) {
                Estimate side = sign > 0 ? answer.right() : answer.left();
                if (side.exists() && Math.abs(side.value() - expected) > 2 * side.error() + SAME * norm + entries.length * error) {
                    return null;
                }
            }
        }
        return slope;
    }

    private static String reason(Oracle.Answer answer) {
        if (answer.jumps()) {
            return "the value jumps here";
        } else if (!answer.left().exists() && !answer.right().exists()) {
            return "there is no value beside this point";
        }
        boolean settled = isSettled(answer.left()) || isSettled(answer.right());
        boolean steep = !isSettled(answer.left()) && answer.left().exists() && !answer.right().exists()
                || !isSettled(answer.right()) && answer.right().exists() && !answer.left().exists();
        return settled && !steep ? null : "the slope grows without end here";
    }

    private static boolean isSettled(Estimate estimate) {
        return estimate.exists() && estimate.error() <= 2 * estimate.noise() + ROUGH * Math.abs(estimate.value()) + 1e-6;
    }

    private static boolean isSmooth(Oracle.Answer answer) {
        Estimate left = answer.left();
        Estimate right = answer.right();
        return !left.exists() || !right.exists() || Math.abs(left.value() - right.value()) <= left.error() + right.error()
                + SAME * Math.max(Math.abs(left.value()), Math.abs(right.value()));
    }

    private static double value(Oracle.Answer answer) {
        return !answer.left().exists() ? answer.right().value() : !answer.right().exists() ? answer.left().value()
                : (answer.left().value() + answer.right().value()) / 2;
    }

    private static double error(Oracle.Answer answer) {
        double error = Math.max(answer.left().exists() ? answer.left().error() : 0, answer.right().exists() ? answer.right().error() : 0);
        // Of both sides at once the error is smaller, if there is no kink in a higher derivative.
        boolean across = answer.both().exists() && Math.abs(answer.both().value() - value(answer)) <= answer.both().error();
        return across ? Math.min(error, answer.both().error()) : error;
    }
}
