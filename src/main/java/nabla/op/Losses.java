package nabla.op;

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
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Losses that compare entry by entry: {@code bce}, {@code squared_error}, {@code mse}. A scalar, row or column stretches. */
public final class Losses {

    static final List<Function> FUNCTIONS = List.of(
            Parameters.applied("bce p y", call -> new BinaryCrossEntropy()),
            Parameters.applied("squared_error A B", call -> new SquaredError(false)),
            Parameters.applied("mse A B", call -> new SquaredError(true)));

    private Losses() { }

    /**
     * The common shape of what is compared. A row against a column would be a table of all pairs, which is never meant.
     *
     * @throws ShapeMismatch if they do not fit
     */
    private static Shape common(String symbol, List<Shape> arguments) {
        Shape a = arguments.get(0);
        Shape b = arguments.get(1);
        Shape common = a.broadcast(b);
        if (common == null || !common.equals(a) && !common.equals(b)) {
            throw new ShapeMismatch(symbol + " does not fit " + a + " and " + b + ", entry by entry",
                    a.equals(b.transposed()) ? "did you mean B.T?" : "both sides need the same shape");
        }
        return common;
    }

    private static Shape common(Apply self) {
        return common(self.op().symbol(), List.of(self.argument(0).shape(), self.argument(1).shape()));
    }

    /**
     * The mean of −y log p − (1 − y) log(1 − p). A term whose factor is exactly 0 counts 0, whatever p is: 0·log 0 = 0, as in
     * information theory (Cover and Thomas, Elements of Information Theory, 2.1).
     */
    public record BinaryCrossEntropy() implements Op {

        private static final OpFacts FACTS = OpFacts.of("bce", Trait.LOSS, Trait.AVERAGES).meaning(Meaning.BINARY_CROSS_ENTROPY)
                .latex("\\operatorname{BCE}").gives(Result.NUMBER)
                .lesson("The loss is the mean of -y*log(p) - (1 - y)*log(1 - p), with y for the label.");

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public int averaged(Apply self) {
            return common(self).count();
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            common(symbol(), arguments);
            return Shape.SCALAR;
        }

        @Override
        public void value(Tensor[] arguments, Tensor result) {
            Shape shape = common(symbol(), List.of(arguments[0].shape(), arguments[1].shape()));
            Broadcast.Steps first = Broadcast.Steps.of(arguments[0].shape(), shape);
            Broadcast.Steps second = Broadcast.Steps.of(arguments[1].shape(), shape);
            double sum = 0;
            for (int k = 0; k < shape.count(); k++) {
                double p = arguments[0].at(first.at(k));
                double y = arguments[1].at(second.at(k));
                sum -= (y == 0 ? 0 : y * Math.log(p)) + (y == 1 ? 0 : (1 - y) * Math.log1p(-p));
            }
            result.data()[0] = sum / shape.count();
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Shape shape = common(symbol(), List.of(arguments.get(0).shape(), arguments.get(1).shape()));
            Broadcast.Steps first = Broadcast.Steps.of(arguments.get(0).shape(), shape);
            Broadcast.Steps second = Broadcast.Steps.of(arguments.get(1).shape(), shape);
            T one = arguments.get(0).at(0).number(1);
            T sum = one.number(0);
            for (int k = 0; k < shape.count(); k++) {
                T p = arguments.get(0).at(first.at(k));
                T y = arguments.get(1).at(second.at(k));
                T not = one.subtract(y);
                sum = y.isZero() ? sum : sum.subtract(y.multiply(p.log()));
                sum = not.isZero() ? sum : sum.subtract(not.multiply(one.subtract(p).log()));
            }
            result.set(0, sum.divide(shape.count()));
        }

        /** −Σ (y·log1p(d/p) + (1 − y)·log1p(−d/(1 − p)))/entries, where only p changes. */
        @Override
        public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
            if (changes[1] != null) {
                Op.super.lanes(self, values, changes, value, result);
                return;
            }
            Shape shape = common(self);
            Broadcast.Steps first = Broadcast.Steps.of(values[0].shape(), shape);
            Broadcast.Steps second = Broadcast.Steps.of(values[1].shape(), shape);
            double[] out = result.cleared(0, 0);
            double[] gain = result.scratch(0);
            for (int k = 0; k < shape.count(); k++) {
                int i = k / shape.columns();
                int j = k % shape.columns();
                double[] d = changes[0].get(first.line(i), first.column(j));
                double p = values[0].at(first.at(i, j));
                double y = values[1].at(second.at(i, j));
                if (d != null && y != 0) {
                    Differences.log(p, 0, d, gain, result.count());
                    Differences.add(-y / shape.count(), gain, out, result.count());
                }
                if (d != null && y != 1) {
                    Differences.log(p - 1, 0, d, gain, result.count());
                    Differences.add((y - 1) / shape.count(), gain, out, result.count());
                }
            }
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node p = self.argument(0);
            Node y = self.argument(1);
            Node notP = Algebra.sub(Algebra.ONE, p);
            Node slope = argument == 0
                    ? Algebra.sub(Ratio.of(Algebra.sub(Algebra.ONE, y), notP), Ratio.of(y, p))
                    : Algebra.sub(Algebra.log(notP), Algebra.log(p));
            return Algebra.mul(gradient, Algebra.div(slope, Algebra.count(common(self))));
        }

        @Override
        public List<Guard> guards(Apply self) {
            Node p = self.argument(0);
            Node y = self.argument(1);
            return List.of(Ratio.domain(y, p), Ratio.domain(Algebra.sub(Algebra.ONE, y), Algebra.sub(Algebra.ONE, p)));
        }

        @Override
        public Node definition(Apply self) {
            Node p = self.argument(0);
            Node y = self.argument(1);
            Node yes = Algebra.mul(y, Algebra.log(p));
            Node no = Algebra.mul(Algebra.sub(Algebra.ONE, y), Algebra.log(Algebra.sub(Algebra.ONE, p)));
            return Algebra.neg(Algebra.div(Algebra.sum(Algebra.add(yes, no)), Algebra.count(common(self))));
        }
    }

    /** ‖A − B‖², or its mean over the entries. */
    public record SquaredError(boolean mean) implements Composite {

        private static final OpFacts SUM = OpFacts.of("squared_error", Trait.NONNEGATIVE, Trait.TOTAL, Trait.LOSS)
                .set(Style.SQUARED_NORM).gives(Result.NUMBER)
                .lesson("The loss is the sum of the squared differences; the slope of a square is twice what is squared.");
        private static final OpFacts MEAN = OpFacts.of("mse", Trait.NONNEGATIVE, Trait.TOTAL, Trait.LOSS, Trait.AVERAGES)
                .latex("\\operatorname{MSE}").gives(Result.NUMBER)
                .lesson("The loss is the sum of the squared differences, divided by how many there are.");

        @Override
        public OpFacts facts() {
            return mean ? MEAN : SUM;
        }

        @Override
        public int averaged(Apply self) {
            return mean ? common(self).count() : 0;
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            common(symbol(), arguments);
            return Shape.SCALAR;
        }

        @Override
        public Node expand(List<? extends Node> arguments) {
            Node error = Algebra.sub(arguments.get(0), arguments.get(1));
            Node sum = Algebra.sum(Algebra.mul(error, error));
            return mean ? Algebra.div(sum, Algebra.count(error.shape())) : sum;
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node error = Algebra.mul(argument == 0 ? 2 : -2, Algebra.sub(self.argument(0), self.argument(1)));
            return Algebra.mul(gradient, mean ? Algebra.div(error, Algebra.count(error.shape())) : error);
        }
    }
}
