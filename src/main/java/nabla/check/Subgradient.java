package nabla.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.translate.Model.Claim;

/**
 * Where a claimed derivative lies between the slopes around a kink: then it is a convention, {@code relu'(0) = 1} as good as 0. Slopes
 * are those of the truth at points beside it.
 */
final class Subgradient {

    private static final double STEP = 1e-7;
    private static final double CLOSE = 1e-5;
    private static final int SIDES = 32;

    private Subgradient() { }

    /** The operation at whose kink the point lies, if that makes the answer a convention; null otherwise. */
    static Apply of(Claim claim, Map<Input, Matrix> point, long seed) {
        Apply kink = kink(claim.of(), point);
        return kink != null && isBetween(claim, point, seed) ? kink : null;
    }

    private static Apply kink(Node of, Map<Input, Matrix> point) {
        Map<Apply, List<Guard>> guards = Branches.guards(List.of(of));
        List<Node> distances = new ArrayList<>();
        guards.values().forEach(list -> list.forEach(guard -> distances.add(guard.distance())));
        Values values = Values.at(new Tape(distances), point);
        for (Map.Entry<Apply, List<Guard>> entry : guards.entrySet()) {
            for (Guard guard : entry.getValue()) {
                long zeros = Arrays.stream(values.of(guard.distance()).data()).filter(d -> d == 0).count();
                if (guard.kind() == Guard.Kind.KINK && zeros > 0 || guard.kind() == Guard.Kind.WINNER && zeros > 1) {
                    return entry.getKey();
                }
            }
        }
        return null;
    }

    private static boolean isBetween(Claim claim, Map<Input, Matrix> point, long seed) {
        Tape tape = new Tape(List.of(claim.truth(), claim.answer()));
        Values here = Values.at(tape, point);
        Matrix truth = here.of(claim.truth());
        Matrix answer = here.of(claim.answer());
        double[] least = truth.data().clone();
        double[] most = truth.data().clone();
        SplittableRandom random = new SplittableRandom(seed);
        for (int side = 0; side < SIDES; side++) {
            Matrix slope = Values.at(tape, beside(point, random)).of(claim.truth());
            for (int k = 0; k < least.length; k++) {
                least[k] = Math.min(least[k], slope.at(k));
                most[k] = Math.max(most[k], slope.at(k));
            }
        }
        for (int k = 0; k < least.length; k++) {
            double allowed = CLOSE * Math.max(Math.max(Math.abs(least[k]), Math.abs(most[k])), truth.largest());
            boolean jumps = most[k] - least[k] > 10 * allowed;
            boolean same = Math.abs(answer.at(k) - truth.at(k)) <= 1e-8 * truth.largest();
            if (!same && !(jumps && answer.at(k) >= least[k] - allowed && answer.at(k) <= most[k] + allowed)) {
                return false;
            }
        }
        return true;
    }

    private static Map<Input, Matrix> beside(Map<Input, Matrix> point, SplittableRandom random) {
        Map<Input, Matrix> beside = new IdentityHashMap<>();
        point.forEach((input, value) -> {
            Matrix moved = value.copy();
            for (int k = 0; k < moved.count(); k++) {
                moved.data()[k] += (random.nextBoolean() ? 1 : -1) * STEP * (0.5 + random.nextDouble()) * Math.max(1, Math.abs(value.at(k)));
            }
            beside.put(input, moved);
        });
        return beside;
    }
}
