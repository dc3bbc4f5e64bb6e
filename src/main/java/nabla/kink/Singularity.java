package nabla.kink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nabla.forward.FieldValues;
import nabla.forward.Noise;
import nabla.forward.Program;
import nabla.forward.Replay;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.number.BigFloat;
import nabla.number.Precision;
import nabla.point.Branches;
import nabla.point.Liveness;
import nabla.point.Watch;
import nabla.stencil.Probe;
import nabla.tensor.Numbers;
import nabla.tensor.Tensor;

/**
 * A point where guards of a function are zero, as far as rounding can tell: a kink, a tie, a jump, a pole or the edge of a domain may be
 * there. The guards say where to look; what the function does there is measured.
 */
public final class Singularity {

    /** What is further from an edge than this share of the largest value is not moved onto it by rounding. */
    private static final double FAR = 1e-9;
    private static final double NEAR = 0x1p-35;
    private static final double EXACT = 1e-50;

    private final Map<Input, Tensor> point;
    private final Values values;
    private final List<Watch> watches;

    private Singularity(Map<Input, Tensor> point, Values values, List<Watch> watches) {
        this.point = point;
        this.values = values;
        this.watches = watches;
    }

    /** That of a function at a point, whose guards these are; null at an ordinary point. */
    public static Singularity of(Node function, Map<Apply, List<Guard>> guards, Map<Input, Tensor> point, long seed) {
        if (guards.isEmpty()) {
            return null;
        }
        List<Node> watched = new ArrayList<>(List.of(function));
        guards.values().forEach(list -> list.forEach(guard -> watched.add(guard.distance())));
        Values values = Values.at(new Program(watched), point);
        double largest = 0;
        for (Node node : watched) {
            largest = Math.max(largest, node == function ? 0 : finite(values.of(node).largest()));
        }
        double coarse = FAR * Math.max(1, largest);
        if (singular(function, guards, values, null, coarse).isEmpty()) {
            return null;
        }
        List<Watch> found = singular(function, guards, values, new Noise(values, watched, seed), 0);
        return found.isEmpty() ? null : new Singularity(point, values, found);
    }

    /** That of a point whose branches are known; its guards may all be away from zero. */
    public static Singularity of(Map<Input, Tensor> point, Values values, Branches branches) {
        return new Singularity(point, values, branches.watches().stream().filter(Watch::isSingular).toList());
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    private static List<Watch> singular(Node function, Map<Apply, List<Guard>> guards, Values values, Noise noise, double coarse) {
        Liveness liveness = new Liveness(Topology.order(List.of(function)), List.of(function), values);
        List<Watch> found = new ArrayList<>();
        guards.forEach((use, list) -> list.forEach(guard -> {
            Tensor distance = values.of(guard.distance());
            double[] rounding = noise == null ? new double[distance.count()] : noise.of(guard.distance());
            if (noise == null) {
                Arrays.fill(rounding, coarse);
            }
            Watch watch = Watch.of(use, guard, distance, liveness.of(use, distance.shape()), rounding);
            if (watch.isSingular()) {
                found.add(watch);
            }
        }));
        return found;
    }

    /** Whether the node's own value is finite: the function is defined at the point. */
    Values values() {
        return values;
    }

    /** The operation whose guard it is: of several the first kink or tie, which says more than the comparison in a mask. */
    public Apply use() {
        return watches.stream().filter(watch -> watch.guard().kind() == Guard.Kind.KINK || watch.guard().kind() == Guard.Kind.WINNER)
                .findFirst().orElse(watches.get(0)).use();
    }

    /** The entries of a node that move a guard off zero, for each guard; empty where the node has nothing to do with any. */
    public List<int[]> groups(Node node) {
        if (values.program().index(node) < 0) {
            return List.of();
        }
        Replay replay = new Replay(values, node);
        List<Watch> near = watches.stream().filter(watch -> replay.affects(watch.guard().distance())).toList();
        List<TreeSet<Integer>> groups = new ArrayList<>();
        near.forEach(watch -> groups.add(new TreeSet<>()));
        for (int k = 0; k < node.shape().count() && !near.isEmpty(); k++) {
            for (double step : new double[] {NEAR, -NEAR}) {
                replay.add(k, step * Probe.scale(values.of(node).at(k)));
                for (int w = 0; w < near.size(); w++) {
                    if (moves(near.get(w), replay)) {
                        groups.get(w).add(k);
                    }
                }
            }
        }
        return groups.stream().filter(group -> !group.isEmpty()).map(group -> group.stream().mapToInt(Integer::intValue).toArray()).toList();
    }

    private boolean moves(Watch watch, Replay replay) {
        Tensor moved = replay.of(watch.guard().distance());
        Tensor still = values.of(watch.guard().distance());
        for (int j = 0; j < watch.singular().length; j++) {
            if (watch.singular()[j] && moved.at(j) != still.at(j)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the guards are zero in 60 digits too: then the point lies on the edge, and not beside it but for rounding. */
    public boolean isExact() {
        List<Node> distances = watches.stream().map(watch -> watch.guard().distance()).toList();
        FieldValues<BigFloat> sharp = new FieldValues<>(new Program(distances), point, Precision.SHARP::number);
        for (Watch watch : watches) {
            Numbers<BigFloat> distance = sharp.of(watch.guard().distance());
            for (int j = 0; j < watch.singular().length; j++) {
                if (watch.singular()[j] && !(Math.abs(distance.at(j).getReal()) <= EXACT)) {
                    return false;
                }
            }
        }
        return true;
    }
}
