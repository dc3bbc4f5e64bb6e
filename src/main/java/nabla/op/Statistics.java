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
import nabla.tensor.Axes;
import nabla.tensor.Shape;

/** Variance and standard deviation, divided by n as batch normalisation does, or by n less {@code ddof}. */
public final class Statistics {

    static final List<Function> FUNCTIONS = List.of(
            Parameters.applied("var A", a -> new Variance(Axis.of(a), a.integer("ddof", 0)), Parameters.AXIS, Parameters.integer("ddof", 0)),
            Parameters.applied("std A", a -> new Deviation(Axis.of(a), a.integer("ddof", 0)), Parameters.AXIS, Parameters.integer("ddof", 0)));

    private Statistics() { }

    /** The mean of (A − mean A)². */
    public record Variance(Axes axes, int ddof) implements Moment {

        private static final OpFacts FACTS = OpFacts.of("var", Trait.NONNEGATIVE, Trait.TOTAL).meaning(Meaning.VARIANCE).gives(Result.NUMBER);

        @Override
        public Op along(Axes other) {
            return new Variance(other, ddof);
        }

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Node expand(List<? extends Node> arguments) {
            Node centred = centred(arguments.get(0), axes);
            Node squares = Algebra.mul(centred, centred);
            return ddof == 0 ? new Apply(new Reductions.Mean(axes), squares) : Algebra.div(Algebra.sum(squares, axes), size(arguments.get(0)));
        }

        /** 2(A − mean A)/n: what the mean itself moves cancels. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node centred = centred(self.argument(0), axes);
            return Algebra.mul(gradient, Algebra.div(Algebra.mul(2, centred), size(self.argument(0))));
        }
    }

    /** √var. It has no derivative where all entries are equal. */
    public record Deviation(Axes axes, int ddof) implements Moment {

        private static final OpFacts FACTS = OpFacts.of("std", Trait.NONNEGATIVE, Trait.TOTAL).meaning(Meaning.DEVIATION).gives(Result.NUMBER);

        @Override
        public Op along(Axes other) {
            return new Deviation(other, ddof);
        }

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Node expand(List<? extends Node> arguments) {
            return Algebra.sqrt(variance(arguments.get(0)));
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node centred = centred(self.argument(0), axes);
            return Algebra.mul(gradient, Algebra.div(Algebra.div(centred, size(self.argument(0))), self));
        }

        @Override
        public List<Guard> guards(Apply self) {
            return List.of(Guard.domain(variance(self.argument(0))));
        }

        private Node variance(Node a) {
            return new Apply(new Variance(axes, ddof), a);
        }
    }

    private static Node centred(Node a, Axes axes) {
        return Algebra.sub(a, new Apply(new Reductions.Mean(axes), a));
    }

    /** What is divided by so many entries less {@code ddof}. */
    interface Moment extends Composite, Reduction {

        int ddof();

        @Override
        default Shape shape(List<Shape> arguments) {
            Shape whole = arguments.get(0);
            Shape reduced = Reduction.super.shape(arguments);
            int entries = whole.count() / reduced.count();
            if (ddof() < 0 || ddof() > 0 && entries <= ddof()) {
                throw new ShapeMismatch(symbol() + " with ddof=" + ddof() + " needs more than " + Math.max(0, ddof()) + " entries, not " + entries,
                        "ddof is the number of entries that are not counted, 0 or 1");
            }
            return reduced;
        }

        /** What is divided by. */
        default Node size(Node a) {
            Node count = Axis.count(a.shape(), axes().reduced(a.shape()));
            return ddof() == 0 ? count : new Apply(Binary.SUB, count, Algebra.constant(ddof()));
        }

        @Override
        default Formula.Call formula(List<Formula> arguments) {
            Formula.Call call = Reduction.super.formula(arguments);
            return ddof() == 0 ? call : call.with(new Formula.NamedArgument("ddof", Formula.number(ddof())));
        }
    }
}
