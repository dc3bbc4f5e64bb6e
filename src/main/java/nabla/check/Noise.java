package nabla.check;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.matrix.Matrix;

/**
 * Rounding noise, measured: three times the largest change of a value over five forward passes in which the result of every operation
 * is moved by one unit in the last place up or down at random. (A running error bound is 10⁹ times too large on a deep network.)
 *
 * <p>Exact zeros and results of comparisons stay as they are: a mask that flips is a kink, not noise.
 */
final class Noise {

    private static final int PASSES = 5;

    private final Map<Node, double[]> noise = new IdentityHashMap<>();

    /** Measures the noise of some nodes of a tape, given its values at a point. */
    Noise(Values values, Collection<? extends Node> nodes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] held = held(values.tape());
        for (Node node : nodes) {
            noise.put(node, new double[node.shape().count()]);
        }
        Values moved = values.copy();
        for (int pass = 0; pass < PASSES; pass++) {
            moved.change(held, result -> move(result, random));
            noise.forEach((node, largest) -> widen(largest, moved.of(node), values.of(node)));
        }
    }

    private static void widen(double[] largest, Matrix moved, Matrix still) {
        for (int k = 0; k < largest.length; k++) {
            double change = 3 * Math.abs(moved.at(k) - still.at(k));
            largest[k] = Double.isNaN(change) ? Double.POSITIVE_INFINITY : Math.max(largest[k], change);
        }
    }

    /** The comparisons and other operations whose value moves in steps: those without a derivative by any argument. */
    private static boolean[] held(Tape tape) {
        boolean[] held = new boolean[tape.size()];
        for (int i = 0; i < tape.size(); i++) {
            held[i] = tape.node(i) instanceof Apply use && Masks.isStepwise(use);
        }
        return held;
    }

    private static void move(double[] data, SplittableRandom random) {
        long bits = 0;
        for (int k = 0; k < data.length; k++) {
            bits = k % 64 == 0 ? random.nextLong() : bits >>> 1;
            if (data[k] != 0) {
                data[k] = (bits & 1) == 0 ? Math.nextUp(data[k]) : Math.nextDown(data[k]);
            }
        }
    }

    /** The noise of each entry of a node; infinite where a moved value is not a number. */
    double[] of(Node node) {
        return noise.get(node);
    }
}
