package nabla.mistake;

import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.op.CrossEntropies;
import nabla.op.Indexing;
import nabla.op.Losses;
import nabla.op.Matmul;
import nabla.op.Reductions;
import nabla.tensor.Axes;
import nabla.tensor.Shape;

/** How examples lie in matrices, and what averages over them. */
final class ExampleLayout {

    private ExampleLayout() { }

    /** How many examples a loss over classes averages over. */
    static int count(Shape shape, Axes axes) {
        return axes.number() == 0 && shape.isMatrix() ? shape.columns() : axes.number() == 1 || !shape.isVector() ? shape.lines() : 1;
    }

    /** Whether a mean over examples is one over a single example. */
    static boolean isMeanOfOne(Apply use) {
        Shape shape = use.arguments().isEmpty() ? use.shape() : use.argument(0).shape();
        if (use.op() instanceof CrossEntropies.CrossEntropy loss) {
            return count(shape, loss.axes()) == 1;
        } else if (use.op() instanceof CrossEntropies.SoftmaxCrossEntropy logits) {
            return count(shape, logits.axes()) == 1;
        } else if (use.op() instanceof Reductions.Mean) {
            return shape.count() == use.shape().count();
        }
        boolean entries = use.op() instanceof Losses.BinaryCrossEntropy || use.op() instanceof Losses.SquaredError error && error.mean();
        return entries && shape.isScalar() || use.op().meaning() == Meaning.QUOTIENT && isOne(use.argument(1));
    }

    private static boolean isOne(Node node) {
        return node instanceof Constant size && size.name() != null && size.isAll(1)
                || node instanceof Apply use && use.op() instanceof Indexing.Size rows && (rows.axis() == 0 ? use.argument(0).shape().rows()
                : use.argument(0).shape().columns()) == 1;
    }

    /** Whether a use is a layer {@code X @ W} for a single row X. */
    static boolean isLayerOfOne(Apply use) {
        return use.op() instanceof Matmul && use.argument(0).shape().rows() == 1 && use.argument(1).shape().rows() > 1;
    }
}
