package nabla.mistake;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.matrix.Shape;
import nabla.op.Algebra;

/**
 * The derivative of something that is no scalar, asked about through a scalar: ⟨s, v⟩ with random numbers s has the gradient Jᵀ·s, and an
 * answer for the Jacobian J gives one for that.
 */
record Jacobian(Node root, Node answer, List<Map<Input, Matrix>> points) {

    /** The scalar question; empty if the answer has the shape of no derivative. */
    static Optional<Jacobian> of(Node root, Node target, Node answer, List<Map<Input, Matrix>> points) {
        Input weights = new Input("s", root.shape());
        Node scalar = Algebra.sum(Algebra.mul(weights, root));
        Node reduced = null;
        if (target.shape().isScalar() && answer.shape().equals(root.shape())) {
            reduced = Algebra.sum(Algebra.mul(weights, answer));
        } else if (answer.shape().equals(new Shape(root.shape().count(), target.shape().count()))) {
            Node row = Algebra.reshape(weights, new Shape(1, root.shape().count()));
            reduced = Algebra.reshape(Algebra.matmul(row, answer), target.shape());
        }
        SplittableRandom random = new SplittableRandom(1);
        List<Map<Input, Matrix>> weighted = new ArrayList<>();
        for (Map<Input, Matrix> point : points) {
            Map<Input, Matrix> more = new IdentityHashMap<>(point);
            more.put(weights, Matrix.of(root.shape(), k -> 0.3 + 1.4 * random.nextDouble()));
            weighted.add(more);
        }
        Node asked = reduced;
        return Optional.ofNullable(asked).map(node -> new Jacobian(scalar, node, weighted));
    }
}
