package nabla.mistake;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * The derivative of something that is no scalar, asked about through a random gradient s from above: that leads to Jᵀ·s, and an answer
 * for the Jacobian J gives one for that.
 *
 * @param seed   the gradient from above
 * @param answer what the answer for J makes of it
 * @param turned what the transpose of the answer makes of it; null where that has another shape than J
 */
record JacobianQuestion(Node seed, Node answer, Node turned, List<Map<Input, Tensor>> points) {

    /** The question about a vector; empty if the answer has the shape of no derivative. */
    static Optional<JacobianQuestion> of(Node root, Node target, Node answer, List<Map<Input, Tensor>> points) {
        Input seed = new Input("s", root.shape());
        Node straight = null;
        Node turned = null;
        if (target.shape().isScalar() && answer.shape().equals(root.shape())) {
            straight = Algebra.sum(Algebra.mul(seed, answer));
        } else {
            Shape jacobian = new Shape(root.shape().count(), target.shape().count());
            straight = answer.shape().equals(jacobian) ? applied(seed, answer, target) : null;
            turned = answer.shape().equals(jacobian.transposed()) ? applied(seed, Algebra.transpose(answer), target) : null;
        }
        if (straight == null && turned == null) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(1);
        List<Map<Input, Tensor>> weighted = new ArrayList<>();
        for (Map<Input, Tensor> point : points) {
            Map<Input, Tensor> more = new IdentityHashMap<>(point);
            more.put(seed, Tensor.of(root.shape(), k -> 0.3 + 1.4 * random.nextDouble()));
            weighted.add(more);
        }
        return Optional.of(new JacobianQuestion(seed, straight == null ? turned : straight, turned, weighted));
    }

    private static Node applied(Node seed, Node jacobian, Node target) {
        Node row = Algebra.reshape(seed, new Shape(1, seed.shape().count()));
        return Algebra.reshape(Algebra.matmul(row, jacobian), target.shape());
    }
}
