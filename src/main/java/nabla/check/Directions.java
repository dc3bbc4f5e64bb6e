package nabla.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.stencil.Probe;
import nabla.tensor.Tensor;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.FiniteDifferencesDifferentiator;

/**
 * All entries of all leaves at once: the slope of the output as every one of them is moved, up or down at random, against what backprop says
 * it is. An entry that is wrong shows along every direction. Where a direction differs, halves of it are looked at until one entry is left.
 */
final class Directions {

    /** How many directions. */
    static final int COUNT = 16;

    private static final double[] STEPS = {0x1p-9, 0x1p-11, 0x1p-13, 0x1p-15};
    private static final int POINTS = 5;
    private static final double NOISE = 1.5;
    /** What a difference larger than its error by this factor is. */
    private static final double CLEAR = 4;

    private final Node root;
    private final Program program;
    private final Map<Input, Tensor> point;
    private final List<Input> leaves = new ArrayList<>();
    private final List<Tensor> gradients = new ArrayList<>();
    private final double noise;
    private final Judge judge;
    private long total;

    /** An entry of a leaf. */
    record Suspect(Input leaf, int entry) { }

    /**
     * Prepares.
     *
     * @param adjoints by leaf, what backprop says
     * @param noise    of one evaluation of the root
     */
    Directions(Node root, Map<Input, Tensor> point, Map<Input, Tensor> adjoints, double noise, Judge judge) {
        this.root = root;
        this.program = new Program(List.of(root));
        this.point = point;
        this.noise = noise;
        this.judge = judge;
        adjoints.forEach((leaf, gradient) -> {
            leaves.add(leaf);
            gradients.add(gradient);
            total += gradient.count();
        });
    }

    /** An entry that makes a direction differ; null if none does. */
    Suspect find(long seed) {
        for (int k = 0; k < COUNT; k++) {
            if (differs(seed + k, 0, total)) {
                return narrowed(seed + k);
            }
        }
        return null;
    }

    private Suspect narrowed(long direction) {
        long from = 0;
        long to = total;
        while (to - from > 1) {
            long middle = (from + to) / 2;
            if (differs(direction, from, middle)) {
                to = middle;
            } else {
                from = middle;
            }
        }
        long place = from;
        for (int k = 0; k < leaves.size(); k++) {
            if (place < gradients.get(k).count()) {
                return new Suspect(leaves.get(k), (int) place);
            }
            place -= gradients.get(k).count();
        }
        throw new IllegalStateException("no entry " + from);
    }

    /** Whether the slope along a part of a direction is clearly another one than backprop's. */
    private boolean differs(long direction, long from, long to) {
        List<Tensor> moves = new ArrayList<>();
        double backprop = 0;
        double square = 0;
        long place = 0;
        SplittableRandom random = new SplittableRandom(direction);
        for (int k = 0; k < leaves.size(); k++) {
            Tensor at = point.get(leaves.get(k));
            Tensor move = Tensor.zeros(at.shape());
            for (int e = 0; e < at.count(); e++, place++) {
                boolean up = random.nextBoolean();
                if (place >= from && place < to) {
                    move.data()[e] = (up ? 1 : -1) * Probe.scale(at.at(e));
                    double share = move.at(e) * gradients.get(k).at(e);
                    backprop += share;
                    square += share * share;
                }
            }
            moves.add(move);
        }
        return differs(moves, backprop, judge.tolerance() * Math.sqrt(square));
    }

    private boolean differs(List<Tensor> moves, double backprop, double band) {
        double center = at(moves, 0);
        UnivariateFunction along = t -> at(moves, t) - center;
        double error = Double.POSITIVE_INFINITY;
        double best = Double.NaN;
        double wider = Double.NaN;
        for (double h : STEPS) {
            double slope = new FiniteDifferencesDifferentiator(POINTS, h).differentiate(along).value(new DerivativeStructure(1, 1, 0, 0.0)).getPartialDerivative(1);
            double off = Math.abs(slope - wider) + NOISE * Math.max(noise, Math.ulp(center)) / h;
            if (off < error) {
                error = off;
                best = slope;
            }
            wider = slope;
        }
        return Math.abs(best - backprop) > band + CLEAR * error;
    }

    private double at(List<Tensor> moves, double t) {
        Map<Input, Tensor> moved = new IdentityHashMap<>(point);
        for (int k = 0; k < leaves.size(); k++) {
            Tensor at = point.get(leaves.get(k));
            Tensor move = moves.get(k);
            moved.put(leaves.get(k), Tensor.of(at.shape(), e -> at.at(e) + t * move.at(e)));
        }
        return Values.at(program, moved).of(root).at(0);
    }
}
