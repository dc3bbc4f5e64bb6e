package nabla.op;

import java.util.List;
import nabla.formula.Notation.Result;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.OpFacts;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Axes;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * {@code softmax}, {@code log_softmax}, {@code logsumexp}. Without an axis a vector is one example, a matrix holds one a row and a
 * tensor one a line; axis 1 of a matrix is along the rows, 0 down the columns. The largest entry of an example is taken out first, so none overflows.
 */
public final class Softmaxes {

    static final List<Function> FUNCTIONS = List.of(
            Parameters.applied("softmax Z", call -> new Softmax(Axis.of(call)), Parameters.AXIS),
            Parameters.applied("log_softmax Z", call -> new LogSoftmax(Axis.of(call)), Parameters.AXIS),
            Parameters.applied("logsumexp Z", call -> new LogSumExp(Axis.of(call)), Parameters.AXIS));

    private Softmaxes() { }

    static Node logSoftmax(Node z, Axes axes) {
        return new Apply(new LogSoftmax(axes), z);
    }

    /** The sum over the classes of each example. */
    static Node total(Node a, Axes axes) {
        return Algebra.sum(a, Axis.ofClasses(a.shape(), axes));
    }

    /** p = exp z / Σ exp z. */
    public record Softmax(Axes axes) implements ClassOp {

        private static final OpFacts FACTS = OpFacts.of("softmax", Trait.NONNEGATIVE, Trait.TOTAL, Trait.ACTIVATION, Trait.BY_CLASS)
                .meaning(Meaning.SOFTMAX).lesson("Behind p = softmax(…) arrives g*p, less p times the sum of g*p, if g arrives at p.");

        /** Along one axis; −1 is what the convention says. */
        public Softmax(int axis) {
            this(Axes.of(axis));
        }

        @Override
        public Op along(Axes other) {
            return new Softmax(other);
        }

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Op probabilities() {
            return this;
        }

        @Override
        public void value(Tensor[] arguments, Tensor result) {
            double[] z = arguments[0].data();
            double[] p = result.data();
            Groups groups = Groups.ofClasses(result.shape(), axes);
            for (int g = 0; g < groups.count(); g++) {
                double largest = groups.extreme(z, g, true);
                double sum = 0;
                for (int k = 0; k < groups.size(); k++) {
                    int at = groups.index(g, k);
                    p[at] = Math.exp(z[at] - largest);
                    sum += p[at];
                }
                for (int k = 0; k < groups.size(); k++) {
                    p[groups.index(g, k)] /= sum;
                }
            }
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Groups groups = Groups.ofClasses(result.shape(), axes);
            for (int g = 0; g < groups.count(); g++) {
                T largest = groups.extreme(arguments.get(0), g, true);
                T sum = largest.number(0);
                for (int k = 0; k < groups.size(); k++) {
                    int at = groups.index(g, k);
                    result.set(at, Exponentials.exp(arguments.get(0).at(at).subtract(largest)));
                    sum = sum.add(result.at(at));
                }
                for (int k = 0; k < groups.size(); k++) {
                    int at = groups.index(g, k);
                    result.set(at, result.at(at).divide(sum));
                }
            }
        }

        @Override
        public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
            new ClassLanes(values[0], changes[0], axes).softmax(value, result);
        }

        /** P*(G − Σ G*P). */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return Algebra.mul(self, Algebra.sub(gradient, total(Algebra.mul(gradient, self), axes)));
        }

        @Override
        public Node definition(Apply self) {
            Node exp = Algebra.exp(self.argument(0));
            return Algebra.div(exp, total(exp, axes));
        }
    }

    /** z − log Σ exp z. */
    public record LogSoftmax(Axes axes) implements ClassOp {

        private static final OpFacts FACTS = OpFacts.of("log_softmax", Trait.TOTAL).meaning(Meaning.LOG_SOFTMAX).latex("\\log\\operatorname{softmax}");

        @Override
        public Op along(Axes other) {
            return new LogSoftmax(other);
        }

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Op probabilities() {
            return new Softmax(axes);
        }

        @Override
        public void value(Tensor[] arguments, Tensor result) {
            double[] z = arguments[0].data();
            Groups groups = Groups.ofClasses(result.shape(), axes);
            for (int g = 0; g < groups.count(); g++) {
                double largest = groups.extreme(z, g, true);
                double rest = LogSums.rest(z, groups, g, largest);
                for (int k = 0; k < groups.size(); k++) {
                    int at = groups.index(g, k);
                    result.data()[at] = z[at] - largest - rest;
                }
            }
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Groups groups = Groups.ofClasses(result.shape(), axes);
            for (int g = 0; g < groups.count(); g++) {
                T largest = groups.extreme(arguments.get(0), g, true);
                T rest = LogSums.rest(arguments.get(0), groups, g, largest);
                for (int k = 0; k < groups.size(); k++) {
                    int at = groups.index(g, k);
                    result.set(at, arguments.get(0).at(at).subtract(largest).subtract(rest));
                }
            }
        }

        @Override
        public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
            new ClassLanes(values[0], changes[0], axes).logSoftmax(result);
        }

        /** G − softmax(z)*Σ G. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node p = new Apply(new Softmax(axes), self.argument(0));
            return Algebra.sub(gradient, Algebra.mul(p, total(gradient, axes)));
        }

        @Override
        public Node definition(Apply self) {
            Node z = self.argument(0);
            return Algebra.sub(z, Algebra.log(total(Algebra.exp(z), axes)));
        }
    }

    /** log Σ exp z of each example: a number, a column (one example a row) or a row. */
    public record LogSumExp(Axes axes) implements ClassOp {

        private static final OpFacts FACTS = OpFacts.of("logsumexp", Trait.TOTAL).gives(Result.NUMBER)
                .lesson("It is log(sum(exp(…))): 1/sum, times what the sum has for a slope.");

        @Override
        public Op along(Axes other) {
            return new LogSumExp(other);
        }

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            return Axis.ofClasses(arguments.get(0), axes).reduced(Axis.in(arguments.get(0), axes));
        }

        @Override
        public void value(Tensor[] arguments, Tensor result) {
            double[] z = arguments[0].data();
            Groups groups = Groups.ofClasses(arguments[0].shape(), axes);
            for (int g = 0; g < groups.count(); g++) {
                double largest = groups.extreme(z, g, true);
                result.data()[g] = Double.isInfinite(largest) ? largest : largest + LogSums.rest(z, groups, g, largest);
            }
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Groups groups = Groups.ofClasses(arguments.get(0).shape(), axes);
            for (int g = 0; g < groups.count(); g++) {
                T largest = groups.extreme(arguments.get(0), g, true);
                result.set(g, largest.add(LogSums.rest(arguments.get(0), groups, g, largest)));
            }
        }

        @Override
        public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
            new ClassLanes(values[0], changes[0], axes).logSumExp(value, result);
        }

        @Override
        public Region touched(int argument, Region changed, Apply self) {
            Region examples = ClassLanes.touched(changed, self, axes);
            return examples.in(self.argument(0).shape(), self.shape());
        }

        @Override
        public Region needed(int argument, Region part, Apply self) {
            return part.in(self.shape(), self.argument(0).shape());
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return Algebra.mul(gradient, new Apply(new Softmax(axes), self.argument(0)));
        }

        @Override
        public Node definition(Apply self) {
            return Algebra.log(total(Algebra.exp(self.argument(0)), axes));
        }
    }
}
