package nabla.point;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.forward.Noise;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.graph.Tape;
import nabla.graph.Topology;
import nabla.tensor.Tensor;

/**
 * The branch a point lies on: on which side of every kink, jump, pole and domain edge of the graph it is. Samples of a stencil on
 * another branch say nothing about the derivative at the point.
 */
public final class Branches {

    private final List<Watch> watches = new ArrayList<>();

    /** The guards of everything the roots are computed from, by use; their distances have to be in the program of the values. */
    public static Map<Apply, List<Guard>> guards(Collection<? extends Node> roots) {
        return guards(Tape.of(roots));
    }

    /** The guards of a graph. */
    public static Map<Apply, List<Guard>> guards(Tape graph) {
        Map<Apply, List<Guard>> guards = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
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
        if (guards.isEmpty()) {
            return;
        }
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

    /** The guards that a change of a node can move; their distances are in the program. */
    public List<Watch> moved(Program program, Node node) {
        int start = program.index(node);
        boolean[] affected = new boolean[program.size()];
        affected[start] = true;
        for (int place : program.downstream(start)) {
            affected[place] = true;
        }
        return watches.stream().filter(watch -> affected[program.index(watch.guard().distance())]).toList();
    }
}
