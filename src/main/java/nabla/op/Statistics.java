package nabla.op;

import java.util.List;
import java.util.Set;
import nabla.formula.Notation;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Trait;
import nabla.tensor.Axes;

/** Variance and standard deviation, biased: divided by n, as batch normalisation does. */
public final class Statistics {

    static final List<Function> FUNCTIONS = List.of(
            Parameters.function("var", a -> new Apply(a.name(), new Variance(Axis.of(a)), List.of(a.node("A"))),
                    Parameters.matrix("A"), Parameters.AXIS),
            Parameters.function("std", a -> new Apply(a.name(), new Deviation(Axis.of(a)), List.of(a.node("A"))),
                    Parameters.matrix("A"), Parameters.AXIS));

    private Statistics() { }

    /** The mean of (A − mean A)². */
    public record Variance(Axes axes) implements Composite, Reduction {

        @Override
        public Op along(Axes other) {
            return new Variance(other);
        }

        @Override
        public String symbol() {
            return "var";
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
        public Node expand(List<? extends Node> arguments) {
            Node centred = centred(arguments.get(0), axes);
            return new Apply(new Reductions.Mean(axes), Algebra.mul(centred, centred));
        }

        /** 2(A − mean A)/n: what the mean itself moves cancels. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node centred = centred(self.argument(0), axes);
            return Algebra.mul(gradient, Algebra.div(Algebra.mul(2, centred), size(self)));
        }
    }

    /** √var. It has no derivative where all entries are equal. */
    public record Deviation(Axes axes) implements Composite, Reduction {

        @Override
        public Op along(Axes other) {
            return new Deviation(other);
        }

        @Override
        public String symbol() {
            return "std";
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
        public Node expand(List<? extends Node> arguments) {
            return Algebra.sqrt(variance(arguments.get(0)));
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node centred = centred(self.argument(0), axes);
            return Algebra.mul(gradient, Algebra.div(Algebra.div(centred, size(self)), self));
        }

        @Override
        public List<Guard> guards(Apply self) {
            return List.of(Guard.domain(variance(self.argument(0))));
        }

        private Node variance(Node a) {
            return new Apply(new Variance(axes), a);
        }
    }

    private static Node centred(Node a, Axes axes) {
        return Algebra.sub(a, new Apply(new Reductions.Mean(axes), a));
    }

    private static Node size(Apply self) {
        return Axis.count(self.argument(0).shape(), self.shape());
    }
}
