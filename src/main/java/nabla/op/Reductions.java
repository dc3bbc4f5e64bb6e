package nabla.op;

import java.util.Arrays;
import java.util.List;
import nabla.formula.Notation.Result;
import nabla.formula.Notation.Style;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Axes;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Many entries made one: {@code mean}, {@code norm}, {@code dot}. */
public final class Reductions {

    static final List<Function> FUNCTIONS = List.of(
            Parameters.applied("mean A", call -> new Mean(Axis.of(call)), Parameters.AXIS),
            Parameters.applied("dot a b", call -> new Dot()));

    private Reductions() { }

    /** The arithmetic mean: of all entries, or of those along some axes. */
    public record Mean(Axes axes) implements Reduction {

        private static final OpFacts FACTS = OpFacts.of("mean", Trait.KEEPS_SIGN, Trait.TOTAL).meaning(Meaning.MEAN).gives(Result.NUMBER);

        @Override
        public Op along(Axes other) {
            return new Mean(other);
        }

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public int averaged(Apply self) {
            return self.argument(0).shape().count() / self.shape().count();
        }

        @Override
        public void value(Tensor[] arguments, Tensor result) {
            new Sum(axes).value(arguments, result);
            int size = arguments[0].count() / result.count();
            Arrays.setAll(result.data(), k -> result.at(k) / size);
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            new Sum(axes).value(arguments, result);
            double size = arguments.get(0).count() / result.count();
            result.entries().replaceAll(sum -> sum.divide(size));
        }

        @Override
        public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
            new Sum(axes).lanes(self, changes[0], (double) value.count() / values[0].count(), result);
        }

        /** Every entry gets an equal share: G/n. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return Algebra.div(gradient, size(self));
        }

        @Override
        public Node definition(Apply self) {
            return Algebra.div(Algebra.sum(self.argument(0), axes), size(self));
        }

        private static Node size(Apply self) {
            return Axis.count(self.argument(0).shape(), self.shape());
        }
    }

    /** The Frobenius norm √(Σ A²). It has no derivative where every entry is 0. */
    public record FrobeniusNorm() implements Op {

        private static final OpFacts FACTS = OpFacts.of("norm", Trait.NONNEGATIVE, Trait.TOTAL).meaning(Meaning.NORM).set(Style.NORM).gives(Result.NUMBER);

        /** Squares of exponents up to this one neither overflow nor lose digits to underflow. */
        private static final int SAFE = 400;

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            return Shape.SCALAR;
        }

        @Override
        public void value(Tensor[] arguments, Tensor result) {
            double largest = arguments[0].largest();
            int exponent = Double.isFinite(largest) && largest > 0 ? Math.getExponent(largest) : 0;
            int down = Math.abs(exponent) > SAFE ? -exponent : 0;
            double sum = 0;
            for (double x : arguments[0].data()) {
                double scaled = down == 0 ? x : Math.scalb(x, down);
                sum += scaled * scaled;
            }
            result.data()[0] = Math.scalb(Math.sqrt(sum), -down);
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            T sum = arguments.get(0).at(0).number(0);
            for (T x : arguments.get(0).entries()) {
                sum = sum.add(x.multiply(x));
            }
            result.set(0, sum.sqrt());
        }

        /** (‖A + ΔA‖² − ‖A‖²)/(‖A + ΔA‖ + ‖A‖). */
        @Override
        public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
            double norm = value.at(0);
            if (!(norm * norm > Double.MIN_NORMAL) || Double.isInfinite(norm * norm)) {
                Op.super.lanes(self, values, changes, value, result);
                return;
            }
            double[] out = result.cleared(0, 0);
            Region moved = changes[0].region();
            for (int r = 0; r < moved.lines(); r++) {
                int i = moved.line(r);
                for (int j = moved.left(); j < moved.left() + moved.columns(); j++) {
                    double x = values[0].get(i, j);
                    double[] d = changes[0].get(i, j);
                    for (int l = 0; l < result.count(); l++) {
                        out[l] = Math.fma(2 * x + d[l], d[l], out[l]);
                    }
                }
            }
            for (int l = 0; l < result.count(); l++) {
                out[l] = out[l] / (Math.sqrt(Math.max(0, Math.fma(norm, norm, out[l]))) + norm);
            }
        }

        /** The unit vector of its direction: A/‖A‖. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return Algebra.mul(gradient, Algebra.div(self.argument(0), self));
        }

        @Override
        public List<Guard> guards(Apply self) {
            return List.of(Guard.domain(self));
        }

        @Override
        public Node definition(Apply self) {
            Node a = self.argument(0);
            return Algebra.sqrt(Algebra.sum(Algebra.mul(a, a)));
        }
    }

    /** Σ a*b of two matrices with equally many entries; a row and a column are paired in order. */
    public record Dot() implements Op {

        private static final OpFacts FACTS = OpFacts.of("dot", Trait.KEEPS_SIGN, Trait.TOTAL, Trait.OF_VECTORS)
                .set(Style.ANGLES).gives(Result.NUMBER);

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            Shape a = arguments.get(0);
            Shape b = arguments.get(1);
            if (a.count() != b.count()) {
                throw new ShapeMismatch("dot does not fit " + a + " and " + b + ": " + a.count() + " entries and " + b.count(),
                        a.columns() == b.rows() ? "did you mean A @ B?" : "both sides need the same number of entries");
            }
            return Shape.SCALAR;
        }

        @Override
        public void value(Tensor[] arguments, Tensor result) {
            double sum = 0;
            for (int k = 0; k < arguments[0].count(); k++) {
                sum += arguments[0].at(k) * arguments[1].at(k);
            }
            result.data()[0] = sum;
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            T sum = arguments.get(0).at(0).multiply(arguments.get(1).at(0));
            for (int k = 1; k < arguments.get(0).count(); k++) {
                sum = sum.add(arguments.get(0).at(k).multiply(arguments.get(1).at(k)));
            }
            result.set(0, sum);
        }

        @Override
        public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
            double[] out = result.cleared(0, 0);
            for (int k = 0; k < values[0].count(); k++) {
                double[] da = changes[0] == null ? null : changes[0].get(k);
                double[] db = changes[1] == null ? null : changes[1].get(k);
                Differences.product(values[0].at(k), da, values[1].at(k), db, out, result.count());
            }
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return Algebra.mul(gradient, Vectors.in(self.argument(argument).shape(), self.argument(1 - argument)));
        }

        @Override
        public Node definition(Apply self) {
            Node a = self.argument(0);
            return Algebra.sum(Algebra.mul(a, Vectors.in(a.shape(), self.argument(1))));
        }
    }
}
