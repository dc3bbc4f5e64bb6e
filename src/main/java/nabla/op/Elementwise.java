package nabla.op;

import java.util.List;
import nabla.graph.Op;
import nabla.matrix.Shape;

/** An operation on entries: operands broadcast, and entry (i, j) of the result depends on entry (i, j) of each only. */
public interface Elementwise extends Op {

    @Override
    default Shape shape(List<Shape> arguments) {
        return Broadcast.shape(symbol(), arguments);
    }

    @Override
    default boolean elementwise() {
        return true;
    }
}
