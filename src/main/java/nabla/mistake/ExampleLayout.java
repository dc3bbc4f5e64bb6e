package nabla.mistake;

import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Trait;

/** How examples lie in matrices, and what averages over them. */
final class ExampleLayout {

    private ExampleLayout() { }

    /** Whether a mean over examples is one over a single example. */
    static boolean isMeanOfOne(Apply use) {
        return use.op().averaged(use) == 1 || use.op().meaning() == Meaning.QUOTIENT && isOne(use.argument(1));
    }

    private static boolean isOne(Node node) {
        return node instanceof Constant size && size.name() != null && size.isAll(1)
                || node instanceof Apply use && use.op().is(Trait.OF_SHAPE) && ((Constant) use.op().definition(use)).isAll(1);
    }

    /** Whether a use is a layer {@code X @ W} for a single row X. */
    static boolean isLayerOfOne(Apply use) {
        return use.op().meaning() == Meaning.MATRIX_PRODUCT && use.argument(0).shape().rows() == 1 && use.argument(1).shape().rows() > 1;
    }
}
