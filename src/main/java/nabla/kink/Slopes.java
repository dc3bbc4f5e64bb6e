package nabla.kink;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nabla.oracle.Oracle;
import nabla.stencil.Estimate;
import nabla.stencil.Probe;

/** One-sided slopes of a scalar function along directions in some entries of one node, at a point and beside it, as long as they cost little. */
final class Slopes {

    /** As many more directions are tried as this, besides the units and the sums over what is tied. */
    private static final int RANDOM = 4;
    /** So many numbers may be worked out with 60 digits, and with two doubles. */
    private static final long SHARP_NUMBERS = 20_000;
    private static final long QUICK_NUMBERS = 20_000_000;

    private final NodeFunction function;
    private final int[] entries;
    private final double scale;
    private final double noise;
    private final boolean exact;
    private final long size;
    private Oracle<?> quick;
    private Oracle<?> sharp;
    private long spent;

    /** The parameters are those of a {@link Neighbourhood}. */
    Slopes(NodeFunction function, int[] entries, double noise, boolean exact, long size) {
        this.function = function;
        this.entries = entries;
        this.noise = Double.isFinite(noise) ? noise : 0;
        this.exact = exact;
        this.size = size;
        double largest = 1;
        for (int k : entries) {
            largest = Math.max(largest, Probe.scale(function.at().at(k)));
        }
        this.scale = largest;
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

    /** The slopes along a direction and against it. */
    Oracle.Answer along(double[] direction) {
        double[] whole = whole(direction);
        Oracle.Answer found = null;
        if (exact && afford(5, SHARP_NUMBERS)) {
            found = sharp().along(function.node(), whole, scale);
            if (isKnown(found)) {
                return found;
            }
        }
        if (afford(5, QUICK_NUMBERS)) {
            Oracle.Answer rough = quick().along(function.node(), whole, scale);
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
        double found = quick().slopeBeside(function.node(), whole(offset), whole(direction), scale);
        return Double.isFinite(found) || !afford(2, SHARP_NUMBERS) ? found : sharp().slopeBeside(function.node(), whole(offset), whole(direction), scale);
    }

    private boolean afford(int evaluations, long most) {
        spent += evaluations * size;
        return spent <= most;
    }

    private double[] whole(double[] direction) {
        double[] whole = new double[function.node().shape().count()];
        for (int k = 0; k < entries.length; k++) {
            whole[entries[k]] = direction[k];
        }
        return whole;
    }

    private Oracle<?> quick() {
        quick = quick != null ? quick : Oracle.quick(function.root(), function.point(), noise);
        return quick;
    }

    private Oracle<?> sharp() {
        sharp = sharp != null ? sharp : Oracle.sharp(function.root(), function.point(), noise);
        return sharp;
    }
}
