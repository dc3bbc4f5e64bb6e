package nabla.op;

import nabla.graph.Node;
import nabla.tensor.Shape;

/** The same entries, row by row, in another shape; a transpose where that is the same, because it reads better. */
final class Vectors {

    private Vectors() { }

    static Node in(Shape shape, Node a) {
        if (a.shape().equals(shape)) {
            return a;
        }
        return a.shape().isVector() && a.shape().transposed().equals(shape) ? Algebra.transpose(a) : Algebra.reshape(a, shape);
    }

    static Node column(Node a) {
        return in(new Shape(a.shape().count(), 1), a);
    }

    static Node row(Node a) {
        return in(new Shape(1, a.shape().count()), a);
    }
}
