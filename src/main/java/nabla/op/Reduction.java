package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Op;
import nabla.tensor.Region;
import nabla.tensor.Shape;

/** An operation that makes one entry of all, of each column or of each row, and of nothing else. */
interface Reduction extends Op {

    /** All entries (−1), each column (0) or each row (1). */
    int axis();

    @Override
    default Shape shape(List<Shape> arguments) {
        return Axis.reduced(arguments.get(0), axis());
    }

    @Override
    default Region touched(int argument, Region changed, Apply self) {
        Shape reduced = self.shape();
        return axis() == 0 ? changed.wholeColumns(reduced) : axis() == 1 ? changed.wholeRows(reduced) : Region.all(reduced);
    }

    @Override
    default Region needed(int argument, Region part, Apply self) {
        Shape whole = self.argument(0).shape();
        return axis() == 0 ? part.wholeColumns(whole) : axis() == 1 ? part.wholeRows(whole) : Region.all(whole);
    }

    @Override
    default Formula formula(List<Formula> arguments) {
        return Axis.formula(this, arguments, axis());
    }
}
