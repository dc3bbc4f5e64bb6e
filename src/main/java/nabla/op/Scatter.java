package nabla.op;

import java.util.Arrays;
import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.number.Real;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Entries put where a map of indices takes them from, and added up there; zero elsewhere. What a {@link Gather} sends back. */
public record Scatter(Selection selection) implements PartwiseOp {

    private static final OpFacts FACTS = OpFacts.of("embed");

    /** Larger products are not written out. */
    private static final int MOST = 10_000;

    @Override
    public OpFacts facts() {
        return FACTS;
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        if (!arguments.get(0).equals(selection.part())) {
            throw new ShapeMismatch("a place for " + selection.part() + " does not fit " + arguments.get(0), null);
        }
        return selection.whole();
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        int[] places = selection.places();
        Arrays.fill(result.data(), 0);
        for (int k = 0; k < places.length; k++) {
            if (places[k] >= 0) {
                result.data()[places[k]] += arguments[0].at(k);
            }
        }
    }

    @Override
    public void value(Apply self, Region part, Tensor[] arguments, Tensor result) {
        for (int k = 0; k < result.count(); k++) {
            double sum = 0;
            for (int taker : selection.takers(part.entryOf(selection.whole(), k))) {
                sum += arguments[0].at(taker);
            }
            result.data()[k] = sum;
        }
    }

    @Override
    public <T extends Real<T>> void value(Apply self, Region part, List<Numbers<T>> arguments, Numbers<T> result) {
        T zero = arguments.get(0).at(0).number(0);
        for (int k = 0; k < result.count(); k++) {
            T sum = zero;
            for (int taker : selection.takers(part.entryOf(selection.whole(), k))) {
                sum = sum == zero ? arguments.get(0).at(taker) : sum.add(arguments.get(0).at(taker));
            }
            result.set(k, sum);
        }
    }

    @Override
    public Region touched(int argument, Region changed, Apply self) {
        return selection.put(changed);
    }

    @Override
    public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        int[] places = selection.places();
        int wide = values[0].columns();
        result.fill((i, j) -> null);
        Region moved = changes[0].region();
        for (int r = 0; r < moved.lines(); r++) {
            for (int j = moved.left(); j < moved.left() + moved.columns(); j++) {
                int place = places[moved.line(r) * wide + j];
                if (place >= 0) {
                    Differences.add(1, changes[0].get(moved.line(r), j), result.own(place), result.count());
                }
            }
        }
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return new Apply(new Gather(selection), gradient);
    }

    /** Of whole rows: the product with the one-hot rows that say where each goes. */
    @Override
    public Node definition(Apply self) {
        int[] rows = (long) selection.part().rows() * selection.whole().rows() > MOST ? null : selection.rows();
        if (rows == null) {
            return null;
        }
        int classes = selection.whole().rows();
        Tensor onehot = Tensor.of(new Shape(rows.length, classes), k -> rows[k / classes] == k % classes ? 1 : 0);
        return Algebra.matmul(Algebra.transpose(new Constant(onehot)), self.argument(0));
    }

    @Override
    public Node parts(Apply self) {
        return null;
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return selection.put(arguments.get(0));
    }
}
