package nabla.op;

import java.util.List;
import java.util.Set;
import nabla.formula.Formula;
import nabla.formula.Notation;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.apache.commons.math3.RealFieldElement;

/** The same entries, row by row, in another shape: {@code reshape(A, m, n)}. */
public record Reshape(Shape target) implements Op {

    static final List<Function> FUNCTIONS = List.of(Parameters.function("reshape",
            a -> new Apply(a.name(), new Reshape(Leaves.limited("reshape", a.integer("m", 1), a.integer("n", 1))), List.of(a.node("A"))),
            Parameters.matrix("A"), Parameters.integer("m"), Parameters.integer("n")));

    @Override
    public String symbol() {
        return "reshape";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SIGN, Trait.TOTAL, Trait.REARRANGES);
    }

    @Override
    public Notation notation() {
        return Notation.MATRIX;
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        Shape from = arguments.get(0);
        if (from.count() != target.count()) {
            throw new ShapeMismatch("cannot reshape " + from + " to " + target, from.count() + " entries are not " + target.count());
        }
        return target;
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        System.arraycopy(arguments[0].data(), 0, result.data(), 0, result.count());
    }

    @Override
    public <T extends RealFieldElement<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        for (int k = 0; k < result.count(); k++) {
            result.set(k, arguments.get(0).at(k));
        }
    }

    @Override
    public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        int columns = values[0].columns();
        result.fill((i, j) -> {
            int k = i * target.columns() + j;
            return changes[0].get(k / columns, k % columns);
        });
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return Algebra.reshape(gradient, self.argument(0).shape());
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return Formula.call(symbol(), List.of(arguments.get(0), Formula.number(target.rows()), Formula.number(target.columns())), notation());
    }
}
