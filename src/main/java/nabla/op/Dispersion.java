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

/**
 * Variance and standard deviation: the mean of (A − mean A)², as batch normalisation has it, and its root, which has no derivative where all
 * entries are equal.
 *
 * @param ddof how many entries are not counted in what is divided by
 */
public record Dispersion(boolean root, Axes axes, int ddof) implements Composite, Reduction {

    static final List<Function> FUNCTIONS = List.of(
            Parameters.applied("var A", a -> new Dispersion(false, Axis.of(a), a.integer("ddof", 0)), Parameters.AXIS, Parameters.integer("ddof", 0)),
            Parameters.applied("std A", a -> new Dispersion(true, Axis.of(a), a.integer("ddof", 0)), Parameters.AXIS, Parameters.integer("ddof", 0)));

    private static final OpFacts VARIANCE = OpFacts.of("var", Trait.NONNEGATIVE, Trait.TOTAL).meaning(Meaning.VARIANCE).gives(Result.NUMBER);
    private static final OpFacts DEVIATION = OpFacts.of("std", Trait.NONNEGATIVE, Trait.TOTAL).meaning(Meaning.DEVIATION).gives(Result.NUMBER);

    @Override
    public OpFacts facts() {
        return root ? DEVIATION : VARIANCE;
    }

    @Override
    public Op along(Axes other) {
        return new Dispersion(root, other, ddof);
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        Shape whole = arguments.get(0);
        Shape reduced = Reduction.super.shape(arguments);
        int entries = whole.count() / reduced.count();
        if (ddof < 0 || ddof > 0 && entries <= ddof) {
            throw new ShapeMismatch(symbol() + " with ddof=" + ddof + " needs more than " + Math.max(0, ddof) + " entries, not " + entries,
                    "ddof is the number of entries that are not counted, 0 or 1");
        }
        return reduced;
    }

    @Override
    public Node expand(List<? extends Node> arguments) {
        Node a = arguments.get(0);
        if (root) {
            return Algebra.sqrt(variance(a));
        }
        Node centred = centred(a);
        Node squares = Algebra.mul(centred, centred);
        return ddof == 0 ? new Apply(new Reductions.Mean(axes), squares) : Algebra.div(Algebra.sum(squares, axes), size(a));
    }

    private Node variance(Node a) {
        return new Apply(new Dispersion(false, axes, ddof), a);
    }

    private Node centred(Node a) {
        return Algebra.sub(a, new Apply(new Reductions.Mean(axes), a));
    }

    /** What is divided by. */
    private Node size(Node a) {
        Node count = Axis.count(a.shape(), axes.reduced(a.shape()));
        return ddof == 0 ? count : new Apply(Binary.SUB, count, Algebra.constant(ddof));
    }

    /** 2(A − mean A)/n, as what the mean itself moves cancels; half of it divided by the root. */
    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        Node a = self.argument(0);
        return Algebra.mul(gradient, root ? Algebra.div(Algebra.div(centred(a), size(a)), self)
                : Algebra.div(Algebra.mul(2, centred(a)), size(a)));
    }

    @Override
    public List<Guard> guards(Apply self) {
        return root ? List.of(Guard.domain(variance(self.argument(0)))) : List.of();
    }

    @Override
    public Formula.Call formula(List<Formula> arguments) {
        Formula.Call call = Reduction.super.formula(arguments);
        return ddof == 0 ? call : call.with(new Formula.NamedArgument("ddof", Formula.number(ddof)));
    }
}
