package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.formula.Notation.Result;
import nabla.formula.Notation.Style;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.tensor.Axes;

/** {@code norm(A, p)} and {@code norm(A, axis=1)}: (Σ |a|ᵖ)^(1/p), of all entries or along axes. */
public record Norm(double order, Axes axes) implements Composite, Reduction {

    static final List<Function> FUNCTIONS = List.of(Parameters.applied("norm A", Norm::of, Parameters.constant("p", 2.0), Parameters.AXIS));

    private static final OpFacts FACTS = OpFacts.of("norm", Trait.NONNEGATIVE, Trait.TOTAL).set(Style.NORM).gives(Result.NUMBER);

    private static Op of(Arguments call) {
        double p = Leaves.scalar(call, "p", 2);
        if (!(p >= 1)) {
            throw new ShapeMismatch("a norm has an order of 1 or more, not " + Formula.number(p), "norm(A, 1) is the sum of the absolute values");
        }
        return of(p, Axis.of(call));
    }

    private static Op of(double order, Axes axes) {
        return order == 2 && axes.isAll() ? new Reductions.FrobeniusNorm() : new Norm(order, axes);
    }

    @Override
    public Op along(Axes other) {
        return of(order, other);
    }

    @Override
    public OpFacts facts() {
        return FACTS;
    }

    @Override
    public Node expand(List<? extends Node> arguments) {
        Node a = arguments.get(0);
        Node sum = Algebra.sum(order == 1 ? Algebra.abs(a) : order == 2 ? Algebra.mul(a, a) : Algebra.pow(Algebra.abs(a), order), axes);
        return order == 1 ? sum : order == 2 ? Algebra.sqrt(sum) : Algebra.pow(sum, Algebra.div(Algebra.ONE, Algebra.constant(order)));
    }

    /** sign(a)·(|a|/norm)^(p − 1). */
    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        Node a = self.argument(0);
        if (order == 2) {
            return Algebra.mul(gradient, Algebra.div(a, self));
        }
        Node share = order == 1 ? Algebra.ONE : Algebra.pow(Algebra.div(Algebra.abs(a), self), order - 1);
        return Algebra.mul(gradient, Algebra.mul(Algebra.sign(a), share));
    }

    @Override
    public List<Guard> guards(Apply self) {
        return List.of(order == 1 ? Guard.kink(self.argument(0)) : Guard.domain(self));
    }

    @Override
    public Formula.Call formula(List<Formula> arguments) {
        return Axis.formula(this, order == 2 ? arguments : List.of(arguments.get(0), Formula.number(order)), axes);
    }
}
