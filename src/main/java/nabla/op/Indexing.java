package nabla.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nabla.formula.Formula;
import nabla.formula.Notation.Result;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Axes;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Parts of matrices and their sizes. */
public final class Indexing {

    static final List<Function> FUNCTIONS = List.of(
            Parameters.applied("rows A", call -> new Size(0)),
            Parameters.applied("cols A", call -> new Size(1)),
            Parameters.function("flip", a -> flip(a.name(), a.node("A"), Axis.of(a)), Parameters.matrix("A"), Parameters.AXIS),
            Parameters.function("pad", a -> pad(a.name(), a.node("A"), a.integers("width")), Parameters.matrix("A"), Parameters.integers("width"))
                    .shown(Map.of("width", List.of(1, 2)), Shape.of(11, 13, 7)));

    private Indexing() { }

    /**
     * {@code A[i, j]}, or {@code v[i]} of a row or column. Of a tensor, leading dimensions that are told by a number are dropped while more
     * than two remain.
     *
     * @param name the name of the result, or null
     * @throws ShapeMismatch if there is no such part
     */
    public static Node slice(String name, Node matrix, List<Subscript> subscripts) {
        Shape shape = matrix.shape();
        if (!shape.isMatrix()) {
            return part(name, matrix, subscripts);
        }
        if (subscripts.size() == 1 && !shape.isVector()) {
            Subscript one = subscripts.get(0);
            throw new ShapeMismatch("one subscript of a " + shape + " matrix",
                    "[" + one + ", :] is by rows, [:, " + one + "] by columns");
        }
        if (subscripts.size() > 2) {
            throw new ShapeMismatch(subscripts.size() + " subscripts of a " + shape + " matrix", "a matrix has two: A[i, j]");
        }
        boolean column = shape.columns() == 1;
        Subscript down = subscripts.size() == 2 || column ? subscripts.get(0) : Subscript.ALL;
        Subscript across = subscripts.size() == 2 ? subscripts.get(1) : column ? Subscript.ALL : subscripts.get(0);
        return new Apply(name, new Gather(new Strips(List.of(down.of(shape.rows(), "row"), across.of(shape.columns(), "column")), 0)), List.of(matrix));
    }

    /**
     * {@code W[idx, :]}: along one dimension entries by their numbers, along the others everything. Numbers in a matrix of their own stand for
     * two dimensions.
     *
     * @param written how the numbers are written; null for a literal
     * @throws ShapeMismatch if one of them is no number of an entry
     */
    public static Node chosen(String name, Node tensor, int dimension, Tensor numbers, Formula written) {
        Selection selection = IndexedSelection.along(dimension, tensor.shape(), numbers, written);
        if (numbers.shape().isVector()) {
            return new Apply(name, new Gather(selection), List.of(tensor));
        }
        List<Integer> sizes = new ArrayList<>();
        for (int d = 0; d < tensor.shape().dimensions(); d++) {
            sizes.addAll(d == dimension ? Arrays.stream(numbers.shape().sizes()).boxed().toList() : List.of(tensor.shape().size(d)));
        }
        Shape whole = Leaves.limited("the look-up", sizes.stream().mapToInt(Integer::intValue).toArray());
        return new Apply(name, new Reshape(whole), List.of(new Apply(new Gather(selection), tensor)));
    }

    private static Node part(String name, Node tensor, List<Subscript> subscripts) {
        Shape shape = tensor.shape();
        int dimensions = shape.dimensions();
        if (subscripts.size() != dimensions) {
            throw new ShapeMismatch(subscripts.size() + (subscripts.size() == 1 ? " subscript" : " subscripts") + " of a tensor of " + shape,
                    "it has " + dimensions + "; … stands for those left out: [" + (subscripts.isEmpty() ? "0" : subscripts.get(0)) + ", …]");
        }
        List<Strip> strips = new ArrayList<>();
        for (int d = 0; d < dimensions; d++) {
            strips.add(subscripts.get(d).of(shape.size(d), "index", "indices along dimension " + d));
        }
        int dropped = 0;
        while (dropped < dimensions - 2 && subscripts.get(dropped).single()) {
            dropped++;
        }
        return new Apply(name, new Gather(new Strips(strips, dropped)), List.of(tensor));
    }

    /** {@code A[::-1, :]}: along some dimensions from the last to the first, along all where none is named. */
    static Node flip(String name, Node a, Axes axes) {
        List<Strip> strips = new ArrayList<>();
        for (int d = 0; d < a.shape().dimensions(); d++) {
            int size = a.shape().size(d);
            strips.add(axes.contains(d) ? new Strip(size, size - 1, size, -1) : Strip.all(size));
        }
        return new Apply(name, new Gather(new Strips(strips, 0)), List.of(a));
    }

    /** Zeros before and after on the last dimension, then on the one before it, and so on. */
    private static Node pad(String name, Node a, List<Integer> widths) {
        int dimensions = a.shape().dimensions();
        if (widths.size() % 2 != 0 || widths.size() > 2 * dimensions || widths.stream().anyMatch(width -> width < 0)) {
            throw new ShapeMismatch("pad takes a width before and one after for each dimension, from the last one on, none negative",
                    "pad(A, 1, 1) is one column on either side, pad(A, 1, 1, 1, 1) one row too");
        }
        List<Strip> strips = new ArrayList<>();
        long[] sizes = new long[dimensions];
        for (int d = 0; d < dimensions; d++) {
            int at = 2 * (dimensions - 1 - d);
            int before = at < widths.size() ? widths.get(at) : 0;
            sizes[d] = (long) before + a.shape().size(d) + (at < widths.size() ? widths.get(at + 1) : 0);
            strips.add(new Strip((int) Math.min(sizes[d], Integer.MAX_VALUE), before, a.shape().size(d), 1));
        }
        Leaves.limited("the padded value", sizes);
        return new Apply(name, new Scatter(new Strips(strips, 0)), List.of(a));
    }

    /** How many rows (axis 0) or columns (axis 1) a matrix has, as a number. */
    public record Size(int axis) implements Op {

        private static final OpFacts ROWS = OpFacts.of("rows", Trait.NONNEGATIVE, Trait.TOTAL, Trait.STEPWISE, Trait.OF_SHAPE).gives(Result.NUMBER);
        private static final OpFacts COLUMNS = OpFacts.of("cols", Trait.NONNEGATIVE, Trait.TOTAL, Trait.STEPWISE, Trait.OF_SHAPE).gives(Result.NUMBER);

        @Override
        public OpFacts facts() {
            return axis == 0 ? ROWS : COLUMNS;
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            return Shape.SCALAR;
        }

        /** The number for one shape. */
        public int of(Shape shape) {
            return axis == 0 ? shape.rows() : shape.columns();
        }

        @Override
        public void value(Tensor[] arguments, Tensor result) {
            result.data()[0] = of(arguments[0].shape());
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            result.set(0, arguments.get(0).at(0).number(of(arguments.get(0).shape())));
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return null;
        }

        @Override
        public Node definition(Apply self) {
            return Algebra.constant(of(self.argument(0).shape()));
        }
    }
}
