package nabla.op;

import java.util.Arrays;
import java.util.List;
import nabla.formula.Notation.Result;
import nabla.formula.Notation.Style;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.OpFacts;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** {@code diag} both ways, {@code trace} and {@code outer}. */
public final class Diagonals {

    static final List<Function> FUNCTIONS = List.of(
            Parameters.applied("diag A", call -> new Diagonal()),
            Parameters.applied("trace A", call -> new Trace()),
            Parameters.applied("outer a b", call -> new Outer()));

    private Diagonals() { }

    /** Of a row or a column the diagonal matrix; of a matrix its diagonal, as a column. */
    public record Diagonal() implements Op {

        private static final OpFacts FACTS = OpFacts.of("diag", Trait.KEEPS_SIGN, Trait.TOTAL, Trait.OF_SQUARES).meaning(Meaning.DIAGONAL)
                .gives(Result.MATRIX);

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            Shape a = LinearAlgebra.matrix(symbol(), arguments.get(0));
            return a.isVector() ? Leaves.limited("diag", a.count(), a.count()) : new Shape(Math.min(a.rows(), a.columns()), 1);
        }

        @Override
        public void value(Tensor[] arguments, Tensor result) {
            Tensor a = arguments[0];
            int next = a.columns() + 1;
            if (a.shape().isVector()) {
                Arrays.fill(result.data(), 0);
                for (int k = 0; k < a.count(); k++) {
                    result.data()[k * (result.columns() + 1)] = a.at(k);
                }
            } else {
                Arrays.setAll(result.data(), k -> a.at(k * next));
            }
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Numbers<T> a = arguments.get(0);
            boolean spread = a.shape().isVector();
            T zero = a.at(0).number(0);
            int columns = result.shape().columns();
            for (int k = 0; k < result.count(); k++) {
                result.set(k, !spread ? a.get(k, k) : k % (columns + 1) == 0 ? a.at(k / (columns + 1)) : zero);
            }
        }

        /** diag again: entries off the diagonal get nothing. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Shape shape = self.argument(0).shape();
            Node back = new Apply(this, gradient);
            if (shape.isVector()) {
                return Vectors.in(shape, back);
            }
            return back.shape().equals(shape) ? back : Strips.corner(back.shape(), shape).back(back);
        }
    }

    /** The sum of the diagonal of a square matrix. */
    public record Trace() implements Composite {

        private static final OpFacts FACTS = OpFacts.of("trace", Trait.KEEPS_SIGN, Trait.TOTAL).meaning(Meaning.TRACE)
                .latex("\\operatorname{tr}").gives(Result.NUMBER);

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            LinearAlgebra.square(symbol(), arguments.get(0));
            return Shape.SCALAR;
        }

        @Override
        public Node expand(List<? extends Node> arguments) {
            Node a = arguments.get(0);
            return Algebra.sum(new Apply(new Diagonal(), a));
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return Algebra.mul(gradient, Leaves.eye(self.argument(0).shape().rows()));
        }
    }

    /** a·bᵀ of all entries of a, as a column, and of b, as a row. */
    public record Outer() implements Composite {

        private static final OpFacts FACTS = OpFacts.of("outer", Trait.KEEPS_SIGN, Trait.TOTAL, Trait.OF_VECTORS)
                .set(Style.TENSOR_PRODUCT).gives(Result.MATRIX);

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            return Leaves.limited("outer", arguments.get(0).count(), arguments.get(1).count());
        }

        @Override
        public Node expand(List<? extends Node> arguments) {
            return Algebra.matmul(Vectors.column(arguments.get(0)), Vectors.row(arguments.get(1)));
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node other = self.argument(1 - argument);
            return Vectors.in(self.argument(argument).shape(), argument == 0
                    ? Algebra.matmul(gradient, Vectors.column(other))
                    : Algebra.matmul(Vectors.row(other), gradient));
        }
    }
}
