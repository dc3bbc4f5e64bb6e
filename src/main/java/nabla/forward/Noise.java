package nabla.forward;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import nabla.graph.Node;
import nabla.tensor.Tensor;

/**
 * Rounding noise, measured: twice the largest change of a value over five forward passes in which the result of every operation is moved
 * by one or two units in the last place, up or down at random. (A running error bound is 10⁹ times too large on a deep network. Were all
 * moves of one size, two that enter with equal weights would cancel in every pass once in 32 times; of two sizes, once in a thousand.)
 *
 * <p>Exact zeros (and what is next to them), what is not finite, and results of comparisons stay as they are: a mask that flips is a kink, not noise.
 */
public final class Noise {

    private static final int PASSES = 5;
    private static final double FACTOR = 2;
    /** So many moves are in one random number. */
    private static final int MOVES = 32;
    /** The bits of the largest number that can be moved so and stays finite. */
    private static final long LARGEST = Double.doubleToRawLongBits(Double.MAX_VALUE) - 1;

    private final Map<Node, double[]> noise = new IdentityHashMap<>();

    /** Measures the noise of some nodes of a program, given its values at a point. */
    public Noise(Values values, Collection<? extends Node> nodes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Node node : nodes) {
            noise.put(node, new double[node.shape().count()]);
        }
        Values moved = values.copy();
        for (int pass = 0; pass < PASSES; pass++) {
            moved.change(result -> move(result, result.length, random));
            noise.forEach((node, largest) -> widen(largest, moved.of(node), values.of(node)));
        }
    }

    /** The values at the same point, in one such pass. */
    static Values moved(Values values, SplittableRandom random) {
        Values moved = values.copy();
        moved.change(result -> move(result, result.length, random));
        return moved;
    }

    private static void widen(double[] largest, Tensor moved, Tensor still) {
        for (int k = 0; k < largest.length; k++) {
            double change = FACTOR * Math.abs(moved.at(k) - still.at(k));
            largest[k] = Double.isNaN(change) ? Double.POSITIVE_INFINITY : Math.max(largest[k], change);
        }
    }

    /** Moves the first numbers of an array, each by one or two units up or down: the number of its bits, which are in order of size, is changed by as many. */
    static void move(double[] data, int count, SplittableRandom random) {
        for (int from = 0; from < count; from += MOVES) {
            long bits = random.nextLong();
            int to = Math.min(count, from + MOVES);
            for (int k = from; k < to; k++) {
                long raw = Double.doubleToRawLongBits(data[k]);
                long size = raw & Long.MAX_VALUE;
                if (size > 2 && size < LARGEST) {
                    long units = 1 + (bits >>> 1 & 1);
                    data[k] = Double.longBitsToDouble(raw + (((bits ^ raw >>> 63) & 1) == 0 ? units : -units));
                }
                bits >>>= 2;
            }
        }
    }

    /** The noise of each entry of a node; infinite where a moved value is not a number. */
    public double[] of(Node node) {
        return noise.get(node);
    }
}
