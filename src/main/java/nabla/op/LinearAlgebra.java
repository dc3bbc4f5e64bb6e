package nabla.op;

import java.util.List;
import nabla.formula.Notation.Result;
import nabla.formula.Notation.Style;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;

/**
 * Inverse and linear systems. Rules as in Giles, Collected matrix derivative results (2008), 2.2.
 */
public final class LinearAlgebra {

    static final List<Function> FUNCTIONS = List.of(
            Parameters.applied("inv A", call -> new Inverse()),
            Parameters.applied("solve A b", call -> new Solve()));

    /** The most rows of a matrix that is inverted, or whose determinant is taken. */
    private static final int MOST_ROWS = 500;

    private LinearAlgebra() { }

    /** A⁻¹; NaN throughout for a singular matrix. */
    public record Inverse() implements FieldKernel {

        private static final OpFacts FACTS = OpFacts.of("inv").set(Style.INVERSE).gives(Result.MATRIX);

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            return eliminated(symbol(), arguments.get(0));
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            int n = result.shape().rows();
            Elimination<T> elimination = new Elimination<>(arguments.get(0));
            for (int j = 0; j < n; j++) {
                fill(result, j, elimination.solve(unit(arguments.get(0), j)));
            }
        }

        /** −Yᵀ·G·Yᵀ with Y the inverse itself. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node turned = Algebra.transpose(self);
            return Algebra.neg(Algebra.matmul(Algebra.matmul(turned, gradient), turned));
        }

        @Override
        public List<Guard> guards(Apply self) {
            return List.of(Guard.pole(Determinants.det(self.argument(0))));
        }
    }

    /** X with A·X = B; NaN throughout for a singular A. */
    public record Solve() implements FieldKernel {

        private static final OpFacts FACTS = OpFacts.of("solve").set(Style.SOLUTION).gives(Result.MATRIX);

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            Shape a = eliminated(symbol(), arguments.get(0));
            Shape b = matrix(symbol(), arguments.get(1));
            if (b.rows() != a.rows()) {
                throw new ShapeMismatch("solve does not fit " + a + " and " + b + ": the right side needs " + a.rows() + " rows",
                        b.columns() == a.rows() ? "did you mean solve(A, b.T)?" : "a column " + a.rows() + "×1 would fit");
            }
            return b;
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Numbers<T> b = arguments.get(1);
            Elimination<T> elimination = new Elimination<>(arguments.get(0));
            for (int j = 0; j < b.shape().columns(); j++) {
                T[] column = Real.zeros(b.at(0), b.shape().rows());
                for (int i = 0; i < column.length; i++) {
                    column[i] = b.get(i, j);
                }
                fill(result, j, elimination.solve(column));
            }
        }

        /** B gets H = A⁻ᵀ·G, and A gets −H·Xᵀ. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node h = new Apply(this, Algebra.transpose(self.argument(0)), gradient);
            return argument == 1 ? h : Algebra.neg(Algebra.matmul(h, Algebra.transpose(self)));
        }

        @Override
        public List<Guard> guards(Apply self) {
            return List.of(Guard.pole(Determinants.det(self.argument(0))));
        }

        @Override
        public Node definition(Apply self) {
            return Algebra.matmul(inv(self.argument(0)), self.argument(1));
        }
    }

    static Node inv(Node a) {
        return new Apply(new Inverse(), a);
    }

    /** The same for what takes an elimination, whose steps grow with the third power of the rows: beyond the limit it would take minutes. */
    static Shape eliminated(String symbol, Shape shape) {
        if (square(symbol, shape).rows() > MOST_ROWS) {
            throw ShapeMismatch.refused(symbol + " of " + shape + ", more than " + MOST_ROWS + " rows to eliminate", "take smaller sizes");
        }
        return shape;
    }

    /** What is known of matrices only. */
    static Shape matrix(String symbol, Shape shape) {
        if (!shape.isMatrix()) {
            throw new ShapeMismatch(symbol + " needs a matrix, not " + shape, "A[0" + ", 0".repeat(shape.dimensions() - 3) + ", :, :] is one of its matrices");
        }
        return shape;
    }

    static Shape square(String symbol, Shape shape) {
        matrix(symbol, shape);
        if (shape.rows() != shape.columns()) {
            throw new ShapeMismatch(symbol + " needs a square matrix, not " + shape,
                    "A.T @ A is " + new Shape(shape.columns(), shape.columns()));
        }
        return shape;
    }

    /** Column j of the identity that belongs to a square matrix. */
    static <T extends Real<T>> T[] unit(Numbers<T> like, int j) {
        T[] unit = Real.zeros(like.at(0), like.shape().rows());
        unit[j] = like.at(0).number(1);
        return unit;
    }

    static <T> void fill(Numbers<T> matrix, int column, T[] entries) {
        for (int i = 0; i < entries.length; i++) {
            matrix.set(i * matrix.shape().columns() + column, entries[i]);
        }
    }
}
