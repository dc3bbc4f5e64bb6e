package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.formula.Notation.Result;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;

/**
 * {@code tril(A, k)} and {@code triu(A, k)}: what stands on the diagonal and on one side of it; the rest is 0.
 *
 * @param diagonal how many columns to the right the diagonal lies
 */
public record Triangle(boolean lower, int diagonal) implements FieldKernel {

    static final List<Function> FUNCTIONS = List.of(function("tril A", true), function("triu A", false));

    private static final OpFacts LOWER = OpFacts.of("tril", Trait.KEEPS_SIGN, Trait.TOTAL, Trait.OF_SQUARES).gives(Result.MATRIX);
    private static final OpFacts UPPER = OpFacts.of("triu", Trait.KEEPS_SIGN, Trait.TOTAL, Trait.OF_SQUARES).gives(Result.MATRIX);

    private static Function function(String call, boolean lower) {
        return Parameters.applied(call, given -> new Triangle(lower, given.integer("k", 0)), Parameters.integer("k", 0));
    }

    static Node lower(Node a) {
        return new Apply(new Triangle(true, 0), a);
    }

    @Override
    public OpFacts facts() {
        return lower ? LOWER : UPPER;
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        return arguments.get(0);
    }

    @Override
    public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        int rows = result.shape().rows();
        int columns = result.shape().columns();
        T zero = arguments.get(0).at(0).number(0);
        for (int k = 0; k < result.count(); k++) {
            int right = k % columns - k / columns % rows;
            result.set(k, right == diagonal || right < diagonal == lower ? arguments.get(0).at(k) : zero);
        }
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return new Apply(this, gradient);
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        Formula.Call call = Formula.call(symbol(), arguments, notation());
        return diagonal == 0 ? call : call.with(Formula.number(diagonal));
    }
}
