package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.number.Real;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * Entries taken by a map of indices: {@code A[0:2, 1]}, {@code permute(A, 1, 0, 2)}, {@code W[idx, :]}.
 *
 * @param fill what stands where nothing is taken
 */
public record Gather(Selection selection, double fill) implements PartwiseOp {

    Gather(Selection selection) {
        this(selection, 0);
    }

    @Override
    public OpFacts facts() {
        return selection.facts();
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        if (!arguments.get(0).equals(selection.whole())) {
            throw new ShapeMismatch("a " + symbol() + " of " + selection.whole() + " does not fit " + arguments.get(0), null);
        }
        return selection.part();
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        int[] places = selection.places();
        double[] in = arguments[0].data();
        for (int k = 0; k < places.length; k++) {
            result.data()[k] = places[k] < 0 ? fill : in[places[k]];
        }
    }

    @Override
    public void value(Apply self, Region part, Tensor[] arguments, Tensor result) {
        for (int k = 0; k < result.count(); k++) {
            int place = place(part, k);
            result.data()[k] = place < 0 ? fill : arguments[0].at(place);
        }
    }

    @Override
    public <T extends Real<T>> void value(Apply self, Region part, List<Numbers<T>> arguments, Numbers<T> result) {
        T nothing = arguments.get(0).at(0).number(fill);
        for (int k = 0; k < result.count(); k++) {
            int place = place(part, k);
            result.set(k, place < 0 ? nothing : arguments.get(0).at(place));
        }
    }

    private int place(Region part, int k) {
        return selection.places()[part.entryOf(selection.part(), k)];
    }

    @Override
    public Region touched(int argument, Region changed, Apply self) {
        return selection.taken(changed);
    }

    @Override
    public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        int[] places = selection.places();
        int columns = value.columns();
        result.fill((i, j) -> {
            int place = places[i * columns + j];
            return place < 0 ? null : changes[0].get(place);
        });
    }

    /** What was not taken gets nothing; what was taken more than once, the sum. */
    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return selection.back(gradient);
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        Formula taken = selection.taken(arguments.get(0));
        return fill != 0 && taken instanceof Formula.Call call ? call.with(new Formula.NamedArgument("fill", Formula.number(fill))) : taken;
    }
}
