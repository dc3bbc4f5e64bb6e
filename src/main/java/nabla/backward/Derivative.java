package nabla.backward;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.op.Algebra;
import nabla.op.Blocks;
import nabla.op.Jacobian;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** The derivative of one quantity by another, {@code dv/du}, in the layouts of the language. */
public final class Derivative {

    private static final int LARGEST = 4096;

    private Derivative() { }

    /**
     * The derivative as a node. A scalar by anything has the shape of what it is differentiated by; anything by a scalar has its own
     * shape; of two vectors (rows or columns) it is the Jacobian, rows v and columns u.
     *
     * @throws ShapeMismatch for a matrix by a matrix or by a vector, where no layout is usual, and where v has too many entries
     */
    public static Node of(Node v, Node u) {
        if (v.shape().isScalar()) {
            return Gradients.of(v, u);
        }
        boolean byScalar = u.shape().isScalar();
        if (!byScalar && !(v.shape().isVector() && u.shape().isVector())) {
            int indices = v.shape().dimensions() + u.shape().dimensions();
            throw new ShapeMismatch("the derivative of a " + v.shape() + (indices > 4 ? " tensor" : " matrix") + " by a " + u.shape() + " one has "
                    + (indices > 4 ? indices : "four") + " indices",
                    "differentiate a scalar, or one entry of it: grad(sum(…), …), grad(A[0, 0], …)");
        }
        if (v.shape().count() > LARGEST) {
            throw ShapeMismatch.refused("the derivative of " + v.shape().count() + " entries at once, more than " + LARGEST, "differentiate a scalar");
        }
        return byScalar ? rows(v, u, v.shape()) : rows(v, u, new Shape(v.shape().count(), 1));
    }

    /** The gradients of the entries of v, each a row, arranged as blocks in a grid of the given shape. */
    private static Node rows(Node v, Node u, Shape grid) {
        Shape row = new Shape(1, u.shape().count());
        List<List<Node>> blocks = new ArrayList<>();
        for (int i = 0; i < grid.rows(); i++) {
            List<Node> line = new ArrayList<>();
            for (int j = 0; j < grid.columns(); j++) {
                line.add(gradient(v, i * grid.columns() + j, u, row));
            }
            blocks.add(line);
        }
        Input seed = new Input("dv", v.shape());
        Node rule = new ReversePass(v, seed, List.of(u)).adjoint(u);
        if (rule == null) {
            return Algebra.zeros(Blocks.of(null, blocks).shape());
        }
        return Jacobian.of(blocks, seed, u.shape().isScalar() ? slope(rule, seed) : rule);
    }

    /** What the seed is multiplied by, in all places, before it is summed up: the rule is linear in it. */
    private static Node slope(Node rule, Input seed) {
        return new ReversePass(rule, Algebra.ONE, List.of(seed)).gradient(seed);
    }

    private static Node gradient(Node v, int k, Node u, Shape row) {
        Node seed = new Constant(Tensor.of(v.shape(), i -> i == k ? 1 : 0));
        Node adjoint = new ReversePass(v, seed, List.of(u)).adjoint(u);
        return adjoint == null ? Algebra.zeros(row) : Algebra.reshape(adjoint, row);
    }
}
