package nabla.op;

import java.util.List;
import nabla.graph.Op;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Tensor;

/** An operation whose kernels work out any part of the value as they do all of it; they do not ask for the node, which may be null. */
interface PartwiseOp extends Op {

    @Override
    default void value(Tensor[] arguments, Tensor result) {
        value(null, Region.all(result.shape()), arguments, result);
    }

    @Override
    default <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        value(null, Region.all(result.shape()), arguments, result);
    }
}
