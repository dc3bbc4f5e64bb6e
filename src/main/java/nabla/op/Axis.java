package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.tensor.Axes;
import nabla.tensor.Shape;

/**
 * The {@code axis=} of a function: 0 goes down the columns of a matrix, 1 along its rows, −1 is the last; left out it means
 * {@link Axes#ALL}.
 */
final class Axis {

    private Axis() { }

    /** The axes of a call, counted as in its first argument. All of a matrix are written as none. */
    static Axes of(Arguments arguments) {
        if (!arguments.has("axis")) {
            return Axes.ALL;
        }
        Shape shape = arguments.first().shape();
        int bits = 0;
        for (int written : arguments.integers("axis")) {
            int bit = 1 << number(written, shape);
            if ((bits & bit) != 0) {
                throw new ShapeMismatch("axis " + written + " is given twice", "each axis once");
            }
            bits |= bit;
        }
        return shape.isMatrix() && bits == 3 ? Axes.ALL : new Axes(bits);
    }

    /** The only axis of a call that takes one; {@code absent} where it was left out. */
    static int one(Arguments arguments, int absent) {
        Axes axes = of(arguments);
        if (arguments.has("axis") && axes.number() < 0) {
            throw new ShapeMismatch("this goes along one axis", "write it for each axis by itself");
        }
        return axes.isAll() ? absent : axes.number();
    }

    /** An axis counted from the front, whichever end it was counted from. */
    static int number(int written, Shape shape) {
        int dimensions = shape.dimensions();
        int axis = written < 0 ? written + dimensions : written;
        if (axis < 0 || axis >= dimensions) {
            throw new ShapeMismatch("axis=" + written + " does not exist: a " + (shape.isMatrix() ? "matrix has the axes 0 and 1"
                    : "tensor of " + shape + " has the axes 0 to " + (dimensions - 1)),
                    shape.isMatrix() ? "axis=0 goes down the columns, axis=1 along the rows" : "axis=-1 is the last one");
        }
        return axis;
    }

    /**
     * The shape, which has these axes.
     *
     * @throws ShapeMismatch if it has too few dimensions
     */
    static Shape in(Shape shape, Axes axes) {
        if (!axes.isAll()) {
            axes.numbers().forEach(axis -> number(axis, shape));
        }
        return shape;
    }

    /**
     * The axes along which the classes of one example lie: a matrix holds one example a row, a tensor one a line, a vector is one example.
     *
     * @param axes those that were asked for, or {@link Axes#ALL}
     */
    static Axes ofClasses(Shape shape, Axes axes) {
        return axes.isAll() && !shape.isVector() ? Axes.of(shape.dimensions() - 1) : axes;
    }

    /** The axis, or {@link Axes#ALL} where leaving it out means the same. */
    static Axes conventional(Shape shape, Axes axes) {
        boolean same = Groups.of(shape, ofClasses(shape, Axes.ALL)).count() == Groups.of(shape, axes).count();
        return same && (shape.isVector() || axes.equals(ofClasses(shape, Axes.ALL))) ? Axes.ALL : axes;
    }

    /** {@code symbol(a, b, axis=0)}. */
    static Formula.Call formula(Op op, List<Formula> arguments, Axes axes) {
        List<Formula> numbers = axes.numbers().stream().map(Formula::number).toList();
        Formula.Call call = Formula.call(op.symbol(), arguments, op.notation());
        Formula axis = numbers.size() == 1 ? numbers.get(0) : new Formula.Tuple(numbers, false);
        return axes.isAll() ? call : call.with(new Formula.NamedArgument("axis", axis));
    }

    /** How many entries of a shape make one of what it is reduced to. */
    static Node count(Shape from, Shape to) {
        int[] sizes = from.sizes();
        for (int d = 0; d < sizes.length; d++) {
            int in = d - sizes.length + to.dimensions();
            sizes[d] /= in < 0 ? 1 : to.size(in);
        }
        return Algebra.count(Shape.of(sizes));
    }
}
