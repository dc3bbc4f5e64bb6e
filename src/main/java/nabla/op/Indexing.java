package nabla.op;

import java.util.List;
import java.util.Set;
import nabla.formula.Notation;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.apache.commons.math3.RealFieldElement;

/** Parts of matrices and their sizes. */
public final class Indexing {

    static final List<Function> FUNCTIONS = List.of(
            Parameters.function("rows", a -> new Apply(a.name(), new Size(0), List.of(a.node("A"))), Parameters.matrix("A")),
            Parameters.function("cols", a -> new Apply(a.name(), new Size(1), List.of(a.node("A"))), Parameters.matrix("A")));

    private Indexing() { }

    /**
     * {@code A[i, j]}, or {@code v[i]} of a row or column.
     *
     * @param name the name of the result, or null
     * @throws ShapeMismatch if there is no such part
     */
    public static Node slice(String name, Node matrix, List<Subscript> subscripts) {
        Shape shape = matrix.shape();
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
        return new Apply(name, new Slice(down.of(shape.rows(), "row"), across.of(shape.columns(), "column")), List.of(matrix));
    }

    /** How many rows (axis 0) or columns (axis 1) a matrix has, as a number. */
    public record Size(int axis) implements Op {

        @Override
        public String symbol() {
            return axis == 0 ? "rows" : "cols";
        }

        @Override
        public Set<Trait> traits() {
            return Set.of(Trait.NONNEGATIVE, Trait.TOTAL);
        }

        @Override
        public Notation notation() {
            return Notation.NUMBER;
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
        public <T extends RealFieldElement<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            result.set(0, arguments.get(0).at(0).getField().getZero().add(of(arguments.get(0).shape())));
        }

        @Override
        public boolean stepwise() {
            return true;
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
