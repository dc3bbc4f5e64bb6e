package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Tensor;

/**
 * {@code y/p}, where 0/p is 0 for every p, 0 included: the derivative of y·log p, which does not depend on p where y is 0. A
 * probability of exactly 0 for a class that did not occur then has a gradient.
 */
public record Ratio() implements Elementwise {

    private static final OpFacts FACTS = OpFacts.of("ratio", Trait.KEEPS_SIGN, Trait.UNNAMED).meaning(Meaning.RATIO);

    /** y/p. */
    static Node of(Node y, Node p) {
        return new Apply(new Ratio(), y, p);
    }

    /** p has to be positive where y is not 0. */
    static Guard domain(Node y, Node p) {
        return Guard.domain(Algebra.where(y, p, Algebra.ONE));
    }

    @Override
    public OpFacts facts() {
        return FACTS;
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        Broadcast.Steps y = Broadcast.Steps.of(arguments[0].shape(), result.shape());
        Broadcast.Steps p = Broadcast.Steps.of(arguments[1].shape(), result.shape());
        for (int k = 0; k < result.count(); k++) {
            double above = arguments[0].at(y.at(k));
            result.data()[k] = above == 0 ? 0 : above / arguments[1].at(p.at(k));
        }
    }

    @Override
    public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        Broadcast.Steps y = Broadcast.Steps.of(arguments.get(0).shape(), result.shape());
        Broadcast.Steps p = Broadcast.Steps.of(arguments.get(1).shape(), result.shape());
        for (int k = 0; k < result.count(); k++) {
            T above = arguments.get(0).at(y.at(k));
            result.set(k, above.isZero() ? above : above.divide(arguments.get(1).at(p.at(k))));
        }
    }

    @Override
    public double[] change(double[] at, double[][] by, double value, double[] out, int n) {
        return by[0] == null && at[0] == 0 ? null : by[0] == null ? PairDifferences.div(at[0], null, at[1], by[1], value, out, n)
                : Elementwise.super.change(at, by, value, out, n);
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        Node p = self.argument(1);
        return argument == 0 ? Algebra.div(gradient, p) : Algebra.neg(Algebra.mul(gradient, of(self, p)));
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return Formula.infix("/", arguments.get(0), arguments.get(1));
    }

    @Override
    public List<Guard> guards(Apply self) {
        return List.of(Guard.pole(Algebra.where(self.argument(0), self.argument(1), Algebra.ONE)));
    }

    @Override
    public Node definition(Apply self) {
        return Algebra.div(self.argument(0), self.argument(1));
    }
}
