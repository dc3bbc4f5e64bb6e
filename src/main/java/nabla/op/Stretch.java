package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Broadcasting made visible: sizes of 1 repeated up to {@code target}. What undoing a {@link Sum} needs. */
public record Stretch(Shape target) implements Elementwise {

    private static final OpFacts FACTS = OpFacts.of("stretch", Trait.KEEPS_SIGN, Trait.TOTAL, Trait.UNNAMED).meaning(Meaning.STRETCH);

    @Override
    public OpFacts facts() {
        return FACTS;
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        if (!target.equals(arguments.get(0).broadcast(target))) {
            throw new ShapeMismatch("cannot stretch " + arguments.get(0) + " to " + target, "only a size of 1 stretches");
        }
        return target;
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        double[] in = arguments[0].data();
        double[] out = result.data();
        Broadcast.Steps steps = Broadcast.Steps.of(arguments[0].shape(), result.shape());
        for (int i = 0, k = 0; i < result.shape().lines(); i++) {
            for (int j = 0; j < result.columns(); j++, k++) {
                out[k] = in[steps.at(i, j)];
            }
        }
    }

    @Override
    public double[] change(double[] at, double[][] by, double value, double[] out, int n) {
        return by[0];
    }

    @Override
    public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        Broadcast.Steps steps = Broadcast.Steps.of(arguments.get(0).shape(), result.shape());
        for (int k = 0; k < result.count(); k++) {
            result.set(k, arguments.get(0).at(steps.at(k)));
        }
    }

    /** The reverse pass sums it down. */
    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return gradient;
    }

    /** {@code ones(m, n)}, {@code zeros(m, n)}, {@code x * ones(m, n)}. */
    @Override
    public Formula formula(List<Formula> arguments) {
        List<Formula> sizes = Leaves.sizes(target);
        if (arguments.get(0) instanceof Formula.Number n && (n.value() == 0 || n.value() == 1)) {
            return Leaves.filled(n.value(), sizes);
        }
        Formula ones = Leaves.filled(1, sizes);
        boolean share = arguments.get(0) instanceof Formula.Infix infix && infix.operator().equals("/") && infix.left().equals(Formula.number(1));
        return share ? Formula.infix("/", ones, ((Formula.Infix) arguments.get(0)).right()) : Formula.infix("*", arguments.get(0), ones);
    }
}
