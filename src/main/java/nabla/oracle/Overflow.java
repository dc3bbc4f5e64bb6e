package nabla.oracle;

import java.util.List;
import java.util.Map;
import nabla.forward.Noise;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.point.Branches;
import nabla.tensor.Tensor;

/** Values that are not finite although the formula has one: exp(exp(20))/exp(exp(20)), or 1/(1 − tanh(30)²), whose divisor is lost by rounding. */
public final class Overflow {

    private Overflow() { }

    /** Whether that is why a node has no finite value at a point: no argument on the way lies outside its domain. */
    public static boolean hides(Node node, Map<Input, Tensor> point, long seed) {
        List<Guard> guards = Branches.guards(List.of(node)).values().stream().flatMap(List::stream)
                .filter(guard -> guard.kind() == Guard.Kind.DOMAIN || guard.kind() == Guard.Kind.POLE).toList();
        if (WideRange.exceeds(node, point)) {
            return false;
        } else if (guards.isEmpty()) {
            return true;
        }
        List<Node> distances = guards.stream().map(Guard::distance).toList();
        Values values = Values.at(new Program(distances), point);
        Noise noise = new Noise(values, distances, seed);
        return guards.stream().noneMatch(guard -> isOutside(guard, values.of(guard.distance()), noise.of(guard.distance())));
    }

    private static boolean isOutside(Guard guard, Tensor distance, double[] noise) {
        for (int k = 0; k < noise.length; k++) {
            boolean below = guard.kind() == Guard.Kind.DOMAIN && distance.at(k) < -noise[k];
            if (below || distance.at(k) == 0 && noise[k] == 0) {
                return true;
            }
        }
        return false;
    }
}
