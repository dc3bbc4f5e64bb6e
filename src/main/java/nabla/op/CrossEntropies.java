package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.formula.Notation.Result;
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
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * Losses over classes: −Σ Y log P divided by the number of examples. Without an axis a vector is one example and a matrix holds
 * one a row; an axis says where the classes of an example lie, for networks that hold one a column.
 */
public final class CrossEntropies {

    static final List<Function> FUNCTIONS = List.of(
            Parameters.applied("cross_entropy P Y", call -> new CrossEntropy(Axes.ALL)),
            Parameters.applied("softmax_cross_entropy Z Y", call -> new SoftmaxCrossEntropy(Axes.ALL)));

    /** The same with the axis of the classes said, and softmax beside them; written without the axis where that means the same. */
    static final List<Function> BY_CLASS = List.of(
            Parameters.applied(Functions.BY_CLASS + "softmax Z", call -> new Softmaxes.Softmax(classes(call)), Parameters.AXIS),
            Parameters.applied(Functions.BY_CLASS + "cross_entropy P Y", call -> new CrossEntropy(classes(call)), Parameters.AXIS),
            Parameters.applied(Functions.BY_CLASS + "softmax_cross_entropy Z Y", call -> new SoftmaxCrossEntropy(classes(call)), Parameters.AXIS));

    private CrossEntropies() { }

    private static Axes classes(Arguments call) {
        return Axis.conventional(call.first().shape(), Axis.of(call));
    }

    private static Shape shape(String symbol, List<Shape> arguments) {
        Shape p = arguments.get(0);
        Shape y = arguments.get(1);
        if (!p.equals(y)) {
            throw new ShapeMismatch(symbol + " does not fit " + p + " and " + y + ": one entry of Y for each class",
                    y.isVector() && y.count() == p.rows() ? "did you mean onehot(Y, " + p.columns() + ")?"
                            : y.transposed().equals(p) ? "did you mean Y.T?" : "Y needs the shape " + p);
        }
        return Shape.SCALAR;
    }

    private static Node examples(Node y, Axes axes) {
        int examples = Groups.ofClasses(y.shape(), axes).count();
        return Algebra.count(new Shape(examples, 1));
    }

    /** −Σ Y·logs / examples. */
    private static Node mean(Node y, Node logs, Axes axes) {
        return Algebra.neg(Algebra.div(Algebra.sum(Algebra.mul(y, logs)), examples(y, axes)));
    }

    /** {@code -sum(Y*log(P))/rows(P)}: a call has no axis. */
    private static Formula spelled(Formula y, Formula logs, Formula sized, Axes axes) {
        Formula sum = new Sum(Axes.ALL).formula(List.of(Formula.infix("*", y, logs)));
        return new Formula.Negation(Formula.infix("/", sum, new Indexing.Size(axes.number() == 0 ? 1 : 0).formula(List.of(sized))));
    }

    /** Of probabilities P. Entries with Y = 0 count 0, whatever P is. */
    public record CrossEntropy(Axes axes) implements Op {

        private static final OpFacts FACTS = OpFacts.of("cross_entropy", Trait.LOSS, Trait.AVERAGES, Trait.BY_CLASS).meaning(Meaning.CROSS_ENTROPY)
                .latex("\\operatorname{CE}").gives(Result.NUMBER).lesson("The loss is -sum(labels*log(probabilities)); the slope of log(…) is 1/…");

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public int averaged(Apply self) {
            return Groups.ofClasses(self.argument(0).shape(), axes).count();
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            return CrossEntropies.shape(symbol(), arguments);
        }

        @Override
        public void value(Tensor[] arguments, Tensor result) {
            double sum = 0;
            for (int k = 0; k < arguments[0].count(); k++) {
                double y = arguments[1].at(k);
                sum -= y == 0 ? 0 : y * Math.log(arguments[0].at(k));
            }
            result.data()[0] = sum / Groups.ofClasses(arguments[0].shape(), axes).count();
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Numbers<T> p = arguments.get(0);
            T sum = p.at(0).number(0);
            for (int k = 0; k < p.count(); k++) {
                T y = arguments.get(1).at(k);
                sum = y.isZero() ? sum : sum.subtract(y.multiply(p.at(k).log()));
            }
            result.set(0, sum.divide(Groups.ofClasses(p.shape(), axes).count()));
        }

        /** −Σ y·log1p(d/p)/examples, where only p changes. */
        @Override
        public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
            if (changes[1] != null) {
                Op.super.lanes(self, values, changes, value, result);
                return;
            }
            double[] out = result.cleared(0, 0);
            double examples = Groups.ofClasses(values[0].shape(), axes).count();
            for (int k = 0; k < values[0].count(); k++) {
                double[] d = values[1].at(k) == 0 ? null : changes[0].get(k);
                if (d != null) {
                    double[] gain = result.scratch(0);
                    Differences.log(values[0].at(k), 0, d, gain, result.count());
                    Differences.add(-values[1].at(k) / examples, gain, out, result.count());
                }
            }
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node p = self.argument(0);
            Node y = self.argument(1);
            Node slope = argument == 0 ? Ratio.of(y, p) : Algebra.log(p);
            return Algebra.neg(Algebra.mul(gradient, Algebra.div(slope, examples(y, axes))));
        }

        @Override
        public Formula formula(List<Formula> arguments) {
            Formula p = arguments.get(0);
            return axes.isAll() ? Formula.call(symbol(), arguments, notation())
                    : spelled(arguments.get(1), Unary.LOG.formula(List.of(p)), p, axes);
        }

        @Override
        public List<Guard> guards(Apply self) {
            return List.of(Ratio.domain(self.argument(1), self.argument(0)));
        }

        @Override
        public Node definition(Apply self) {
            return mean(self.argument(1), Algebra.log(self.argument(0)), axes);
        }
    }

    /** Of P = softmax(Z), from the logits Z, where nothing overflows. */
    public record SoftmaxCrossEntropy(Axes axes) implements Op {

        private static final OpFacts FACTS = OpFacts.of("softmax_cross_entropy", Trait.LOSS, Trait.AVERAGES, Trait.BY_CLASS)
                .meaning(Meaning.SOFTMAX_CROSS_ENTROPY).gives(Result.NUMBER)
                .lesson("The loss is -sum(labels*log(softmax)), the mean over the rows: in its gradient there are only probabilities and labels.");

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public int averaged(Apply self) {
            return Groups.ofClasses(self.argument(0).shape(), axes).count();
        }

        @Override
        public Op probabilities() {
            return new Softmaxes.Softmax(axes);
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            return CrossEntropies.shape(symbol(), arguments);
        }

        @Override
        public void value(Tensor[] arguments, Tensor result) {
            double[] z = arguments[0].data();
            double[] y = arguments[1].data();
            Groups groups = Groups.ofClasses(arguments[0].shape(), axes);
            double sum = 0;
            for (int g = 0; g < groups.count(); g++) {
                double largest = groups.extreme(z, g, true);
                double rest = LogSums.rest(z, groups, g, largest);
                for (int k = 0; k < groups.size(); k++) {
                    int at = groups.index(g, k);
                    sum += y[at] == 0 ? 0 : y[at] * (largest - z[at] + rest);
                }
            }
            result.data()[0] = sum / groups.count();
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Numbers<T> z = arguments.get(0);
            Groups groups = Groups.ofClasses(z.shape(), axes);
            T sum = z.at(0).number(0);
            for (int g = 0; g < groups.count(); g++) {
                T largest = groups.extreme(z, g, true);
                T rest = LogSums.rest(z, groups, g, largest);
                for (int k = 0; k < groups.size(); k++) {
                    int at = groups.index(g, k);
                    T y = arguments.get(1).at(at);
                    sum = y.isZero() ? sum : sum.add(y.multiply(largest.subtract(z.at(at)).add(rest)));
                }
            }
            result.set(0, sum.divide(groups.count()));
        }

        @Override
        public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
            if (changes[1] != null) {
                Op.super.lanes(self, values, changes, value, result);
            } else {
                new ClassLanes(values[0], changes[0], axes).crossEntropy(values[1], result);
            }
        }

        /** (P*Σ Y − Y)/m, which is (P − Y)/m where the Y of an example add up to 1. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node z = self.argument(0);
            Node y = self.argument(1);
            if (argument == 1) {
                return Algebra.neg(Algebra.mul(gradient, Algebra.div(Softmaxes.logSoftmax(z, axes), examples(y, axes))));
            }
            Node p = new Apply(new Softmaxes.Softmax(axes), z);
            Node error = Algebra.sub(Algebra.mul(p, Softmaxes.total(y, axes)), y);
            return Algebra.mul(gradient, Algebra.div(error, examples(y, axes)));
        }

        @Override
        public Formula formula(List<Formula> arguments) {
            Formula z = arguments.get(0);
            return axes.isAll() ? Formula.call(symbol(), arguments, notation())
                    : spelled(arguments.get(1), new Softmaxes.LogSoftmax(axes).formula(List.of(z)), z, axes);
        }

        @Override
        public Node definition(Apply self) {
            return mean(self.argument(1), Softmaxes.logSoftmax(self.argument(0), axes), axes);
        }
    }
}
