package nabla.kink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.oracle.Oracle;
import nabla.stencil.Estimate;
import nabla.stencil.Probe;
import nabla.tensor.Tensor;

/**
 * What a scalar function does around a point where some entries of one node meet kinks, ties, jumps or holes, measured on the function
 * alone: one-sided slopes f'(x; d) along directions d, and gradients close by. It either has a derivative there after all, or a
 * {@link Subdifferential}, or neither. (Clarke, Optimization and Nonsmooth Analysis, 1983, chapter 2.)
 */
public final class Neighbourhood {

    /** As many more directions are tried as this, besides the units and the sums over what is tied. */
    private static final int RANDOM = 4;
    /** An estimate that is off by more than this share of itself, for other reasons than rounding, is none. */
    private static final double ROUGH = 1e-3;
    /** So many numbers may be worked out with 60 digits, and with two doubles. */
    private static final long SHARP_NUMBERS = 20_000;
    private static final long QUICK_NUMBERS = 20_000_000;
    private static final double SAME = 1e-7;

    private final Node root;
    private final Node node;
    private final Map<Input, Tensor> point;
    private final int[] entries;
    private final double scale;
    private final double noise;
    private final boolean exact;
    private final long size;
    private Oracle<?> quick;
    private Oracle<?> sharp;
    private long spent;
    private final double[] derivative;
    private double error;
    private String reason;
    private Subdifferential subdifferential;
    private final Oracle.Answer[] units;

    /**
     * Looks around.
     *
     * @param root    a scalar
     * @param at      the value of the node at the point
     * @param entries of the node: those that kinks or holes touch
     * @param groups  the entries that are tied with each other
     * @param noise   of one evaluation of the root in doubles
     * @param exact   whether the point lies on the kinks exactly, and not but for rounding
     * @param size    how many numbers one evaluation takes
     */
    public Neighbourhood(Node root, Node node, Map<Input, Tensor> point, Tensor at, int[] entries, List<int[]> groups, double noise, boolean exact, long size) {
        this.root = root;
        this.node = node;
        this.point = point;
        this.entries = entries;
        this.noise = Double.isFinite(noise) ? noise : 0;
        this.exact = exact;
        this.size = size;
        double largest = 1;
        for (int k : entries) {
            largest = Math.max(largest, Probe.scale(at.at(k)));
        }
        this.scale = largest;
        this.units = new Oracle.Answer[entries.length];
        this.derivative = derivative(groups);
        if (derivative == null && reason == null) {
            subdifferential = new Subdifferential(this, units, groups);
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

    /** The slopes to both sides by one entry. */
    Oracle.Answer unit(int k) {
        return units[k];
    }

    private double[] derivative(List<int[]> groups) {
        double[] slope = new double[entries.length];
        boolean smooth = true;
        for (int k = 0; k < entries.length && reason == null; k++) {
            units[k] = along(unitDirection(k));
            reason = reason(units[k]);
            smooth &= reason == null && isSmooth(units[k]);
            slope[k] = reason == null ? value(units[k]) : Double.NaN;
            error = Math.max(error, reason == null ? error(units[k]) : 0);
        }
        if (!smooth) {
            return null;
        }
        for (double[] direction : entries.length == 1 ? List.<double[]>of() : directions(groups)) {
            Oracle.Answer answer = along(direction);
            double expected = dot(slope, direction);
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

    /** All ones, over all entries and over those tied with each other, and random ones. */
    List<double[]> directions(List<int[]> groups) {
        List<double[]> directions = new ArrayList<>();
        directions.add(IntStream.range(0, entries.length).mapToDouble(k -> 1).toArray());
        for (int[] group : groups) {
            if (group.length > 1 && group.length < entries.length && directions.size() < 2 * RANDOM) {
                directions.add(IntStream.of(entries).mapToDouble(k -> IntStream.of(group).anyMatch(other -> other == k) ? 1 : 0).toArray());
            }
        }
        SplittableRandom random = new SplittableRandom(entries.length);
        for (int i = 0; i < RANDOM; i++) {
            directions.add(random(random));
        }
        return directions;
    }

    double[] random(SplittableRandom random) {
        return IntStream.range(0, entries.length).mapToDouble(k -> (random.nextBoolean() ? 1 : -1) * (0.25 + random.nextDouble())).toArray();
    }

    double[] unitDirection(int k) {
        return IntStream.range(0, entries.length).mapToDouble(j -> j == k ? 1 : 0).toArray();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** The slopes along a direction and against it. */
    Oracle.Answer along(double[] direction) {
        double[] whole = whole(direction);
        Oracle.Answer found = null;
        if (exact && afford(5, SHARP_NUMBERS)) {
            found = sharp().along(node, whole, scale);
            if (isKnown(found)) {
                return found;
            }
        }
        if (afford(5, QUICK_NUMBERS)) {
            Oracle.Answer rough = quick().along(node, whole, scale);
            found = found == null || isKnown(rough) ? rough : found;
        }
        return found != null ? found : new Oracle.Answer(Estimate.NONE, Estimate.NONE, Estimate.NONE, false, 0);
    }

    private static boolean isKnown(Oracle.Answer answer) {
        return answer.jumps() || answer.left().exists() && answer.right().exists();
    }

    /** The gradient at a point beside this one, or null where it is not known. */
    double[] gradientBeside(double[] offset) {
        double[] gradient = new double[entries.length];
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = slopeBeside(offset, unitDirection(k));
            if (!Double.isFinite(gradient[k])) {
                return null;
            }
        }
        return gradient;
    }

    /** The slope along a direction at a point beside this one; NaN where it is not known. */
    double slopeBeside(double[] offset, double[] direction) {
        if (!afford(2, QUICK_NUMBERS)) {
            return Double.NaN;
        }
        double found = quick().slopeBeside(node, whole(offset), whole(direction), scale);
        return Double.isFinite(found) || !afford(2, SHARP_NUMBERS) ? found : sharp().slopeBeside(node, whole(offset), whole(direction), scale);
    }

    private boolean afford(int evaluations, long most) {
        spent += evaluations * size;
        return spent <= most;
    }

    private double[] whole(double[] direction) {
        double[] whole = new double[node.shape().count()];
        for (int k = 0; k < entries.length; k++) {
            whole[entries[k]] = direction[k];
        }
        return whole;
    }

    private Oracle<?> quick() {
        quick = quick != null ? quick : Oracle.quick(root, point, noise);
        return quick;
    }

    private Oracle<?> sharp() {
        sharp = sharp != null ? sharp : Oracle.sharp(root, point, noise);
        return sharp;
    }
}
