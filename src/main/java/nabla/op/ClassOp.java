package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Op;
import nabla.tensor.Axes;
import nabla.tensor.Region;
import nabla.tensor.Shape;

/** An operation on the classes of each example, which knows nothing of the other examples; it has the shape of its argument, where nothing else is said. */
interface ClassOp extends Op {

    /** Along which the classes lie; {@link Axes#ALL} is what the convention says. */
    Axes axes();

    @Override
    default Shape shape(List<Shape> arguments) {
        return Axis.in(arguments.get(0), axes());
    }

    @Override
    default Region touched(int argument, Region changed, Apply self) {
        return ClassLanes.touched(changed, self, axes());
    }

    @Override
    default Region needed(int argument, Region part, Apply self) {
        return part;
    }

    @Override
    default Formula formula(List<Formula> arguments) {
        return Axis.formula(this, arguments, axes());
    }
}
