package nabla.op;

import java.util.ArrayList;
import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.tensor.Shape;

/** The {@code axis=} of a function: 0 goes down the columns, 1 along the rows, left out means {@link #ALL}. */
final class Axis {

    /** No axis was given: all entries, or what the function's convention says. */
    static final int ALL = -1;

    private Axis() { }

    /** The axis of a call. */
    static int of(Arguments arguments) {
        if (!arguments.has("axis")) {
            return ALL;
        }
        int axis = arguments.integer("axis", ALL);
        if (axis != 0 && axis != 1) {
            throw new ShapeMismatch("axis=" + axis + " does not exist: a matrix has the axes 0 and 1",
                    "axis=0 goes down the columns, axis=1 along the rows");
        }
        return axis;
    }

    /** What is left of a shape after reducing along an axis; two dimensions are kept. */
    static Shape reduced(Shape shape, int axis) {
        return switch (axis) {
            case 0 -> new Shape(1, shape.columns());
            case 1 -> new Shape(shape.rows(), 1);
            default -> Shape.SCALAR;
        };
    }

    /**
     * The axis along which the classes of one example lie: a matrix holds one example a row, a vector is one example.
     *
     * @param axis the axis that was asked for, or {@link #ALL}
     */
    static int ofClasses(Shape shape, int axis) {
        return axis != ALL || shape.isVector() ? axis : 1;
    }

    /** The axis, or {@link #ALL} where leaving it out means the same. */
    static int conventional(Shape shape, int axis) {
        Groups conventional = Groups.of(shape, ofClasses(shape, ALL));
        return axis != ALL && conventional.count() == Groups.of(shape, axis).count() && (shape.isVector() || axis == 1)
                ? ALL : axis;
    }

    /** {@code symbol(a, b, axis=0)}. */
    static Formula formula(Op op, List<Formula> arguments, int axis) {
        List<Formula> all = new ArrayList<>(arguments);
        if (axis != ALL) {
            all.add(new Formula.Named("axis", Formula.number(axis)));
        }
        return Formula.call(op.symbol(), all, op.notation());
    }

    /** How many entries of a shape make one of what it is reduced to. */
    static Node count(Shape from, Shape to) {
        return Algebra.count(new Shape(from.rows() / to.rows(), from.columns() / to.columns()));
    }
}
