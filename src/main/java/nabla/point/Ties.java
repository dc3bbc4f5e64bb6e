package nabla.point;

import java.util.List;
import java.util.Map;
import nabla.forward.FieldValues;
import nabla.forward.Noise;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.model.Claim;
import nabla.number.Precision;
import nabla.tensor.Tensor;

/**
 * Comparisons whose two sides are equal but for rounding: which of them is the larger is then chance, and so is all that follows from it.
 * Two sides that are equal in doubles and in 60 digits are equal, and no chance is in it.
 */
public final class Ties {

    private Ties() { }

    /** Whether the two sides of a claim depend on such a comparison at a point. */
    public static boolean decide(Claim claim, Map<Input, Tensor> point, long seed) {
        List<Node> distances = Branches.guards(List.of(claim.truth(), claim.answer())).values().stream().flatMap(List::stream)
                .filter(guard -> guard.kind() == Guard.Kind.JUMP).map(Guard::distance).toList();
        if (distances.isEmpty()) {
            return false;
        }
        Values values = Values.at(new Program(distances), point);
        Noise noise = new Noise(values, distances, seed);
        for (Node distance : distances) {
            for (int k = 0; k < distance.shape().count(); k++) {
                double rounding = noise.of(distance)[k];
                if (rounding > 0 && Math.abs(values.of(distance).at(k)) <= rounding && !(values.of(distance).at(k) == 0 && isZero(distance, k, point))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isZero(Node distance, int entry, Map<Input, Tensor> point) {
        return new FieldValues<>(new Program(List.of(distance)), point, Precision.SHARP::number).of(distance).at(entry).isZero();
    }
}
