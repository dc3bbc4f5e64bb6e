package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Tensor;

/** The derivative of order n ≥ 1 of digamma, entry by entry: {@code polygamma(n, x)}. Its own derivative is the next one. */
public record Polygamma(int order) implements Elementwise {

    static final List<Function> FUNCTIONS = List.of(Parameters.function("polygamma", Polygamma::build, Parameters.integer("n"), Parameters.matrix("x")));

    private static final OpFacts EVEN = OpFacts.of("polygamma").latex("\\psi");
    private static final OpFacts ODD = EVEN.is(Trait.NONNEGATIVE);
    private static final int HIGHEST = 20;

    static Node of(int order, Node x) {
        return new Apply(new Polygamma(order), x);
    }

    private static Node build(Arguments call) {
        int order = call.integer("n", 1);
        if (order < 1 || order > HIGHEST) {
            throw new ShapeMismatch("polygamma has the orders 1 to " + HIGHEST + ", not " + order, order == 0 ? "did you mean digamma(x)?" : null);
        }
        return new Apply(call.name(), new Polygamma(order), List.of(call.node("x")));
    }

    /** Those of odd order fall from pole to pole. */
    @Override
    public OpFacts facts() {
        return order % 2 == 1 ? ODD : EVEN;
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        for (int k = 0; k < result.count(); k++) {
            result.data()[k] = Gammas.polygamma(order, arguments[0].at(k));
        }
    }

    @Override
    public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        for (int k = 0; k < result.count(); k++) {
            result.set(k, Gammas.polygamma(order, arguments.get(0).at(k)));
        }
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return Algebra.mul(gradient, of(order + 1, self.argument(0)));
    }

    @Override
    public List<Guard> guards(Apply self) {
        return List.of(Gammas.poles(self.argument(0)));
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return Formula.call(symbol(), List.of(Formula.number(order), arguments.get(0)), notation());
    }
}
