package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Op;
import nabla.tensor.Axes;
import nabla.tensor.Region;
import nabla.tensor.Shape;

/** An operation that makes one entry of all, or of those along some axes, and of nothing else. */
interface Reduction extends Op {

    /** Along which it goes: of a matrix each column (0), each row (1) or all entries. */
    Axes axes();

    @Override
    default Shape shape(List<Shape> arguments) {
        return axes().reduced(Axis.in(arguments.get(0), axes()));
    }

    @Override
    default Region touched(int argument, Region changed, Apply self) {
        return axes().isAll() ? Region.all(self.shape()) : changed.in(self.argument(0).shape(), self.shape());
    }

    @Override
    default Region needed(int argument, Region part, Apply self) {
        Shape whole = self.argument(0).shape();
        return axes().isAll() ? Region.all(whole) : part.along(axes(), whole);
    }

    @Override
    default Formula.Call formula(List<Formula> arguments) {
        return Axis.formula(this, arguments, axes());
    }
}
