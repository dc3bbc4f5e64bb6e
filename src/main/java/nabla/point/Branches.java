package nabla.point;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.forward.Noise;
import nabla.forward.Replay;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.tensor.Region;
import nabla.tensor.Tensor;

/**
 * The branch a point lies on: on which side of every kink, jump, pole and domain edge of the graph it is. Samples of a stencil on
 * another branch say nothing about the derivative at the point.
 */
public final class Branches {

    private final List<Watch> watches = new ArrayList<>();

    /** The guards of everything the roots are computed from, by use; their distances have to be in the program of the values. */
    public static Map<Apply, List<Guard>> guards(Collection<? extends Node> roots) {
        Map<Apply, List<Guard>> guards = new LinkedHashMap<>();
        for (Node node : Topology.order(roots)) {
            if (node instanceof Apply use) {
                List<Guard> found = use.op().guards(use);
                if (!found.isEmpty()) {
                    guards.put(use, found);
                }
            }
        }
        return guards;
    }

    /** Of a point; {@code noise}, that of the distances, may be null. */
    public Branches(Map<Apply, List<Guard>> guards, Collection<? extends Node> roots, Values values, Noise noise) {
        List<Node> order = Topology.order(roots);
        Liveness liveness = new Liveness(order, roots, values);
        for (Node node : order) {
            if (node instanceof Apply use) {
                for (Guard guard : guards.getOrDefault(use, List.of())) {
                    Tensor distance = values.of(guard.distance());
                    double[] rounding = noise == null ? null : noise.of(guard.distance());
                    watches.add(Watch.of(use, guard, distance, liveness.of(use, distance.shape()), rounding));
                }
            }
        }
    }

    public List<Watch> watches() {
        return watches;
    }

    /** The guards that a change of the replayed node can move. */
    public List<Watch> moved(Replay replay) {
        return watches.stream().filter(w -> replay.affects(w.guard().distance())).toList();
    }

    /** Where the last sample of a replay lies: SAME, LEAVES, CROSSES or OUTSIDE, the largest that holds. */
    static byte compare(List<Watch> watches, Replay replay) {
        byte worst = Crossing.SAME;
        for (Watch watch : watches) {
            Tensor distance = replay.of(watch.guard().distance());
            Region changed = replay.changed(watch.guard().distance());
            for (int i = 0; changed != null && i < changed.lines(); i++) {
                int from = changed.line(i) * distance.columns() + changed.left();
                for (int k = from; k < from + changed.columns(); k++) {
                    byte found = watch.place(k, distance.at(k));
                    worst = found > worst ? found : worst;
                }
            }
        }
        return worst;
    }

    /** A number that is the same for samples on the same side of everything, and different otherwise (but for chance of 2⁻⁶⁴). */
    public static long signature(List<Watch> watches, Replay replay) {
        long hash = 1;
        for (Watch watch : watches) {
            double[] distance = replay.of(watch.guard().distance()).data();
            for (int k = 0; k < distance.length; k++) {
                hash = hash * 0x9E3779B97F4A7C15L + (watch.counts()[k] ? (long) Math.signum(distance[k]) + 2 : 0);
            }
        }
        return hash;
    }
}
