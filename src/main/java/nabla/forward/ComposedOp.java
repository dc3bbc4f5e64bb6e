package nabla.forward;

import java.util.List;
import nabla.graph.Op;
import nabla.tensor.Shape;

/** An operation that has no kernel: its value is that of a graph of others, and a program has those in its place. */
public interface ComposedOp extends Op {

    @Override
    default boolean isComposed() {
        return true;
    }

    /** What a use of arguments of such shapes is written out as. */
    Expansion expansion(List<Shape> arguments);
}
