package nabla.op;

import java.util.List;
import nabla.formula.Notation.Result;
import nabla.formula.Notation.Style;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.OpFacts;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Axes;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Tensor;

/**
 * The sum of all entries, of each column (axis 0: a row), of each row (axis 1: a column) or along any axes of a tensor. Compensated as by Neumaier
 * (ZAMM 54, 1974), so that its error is that of one rounding however many entries there are.
 */
public record Sum(Axes axes) implements Reduction {

    private static final OpFacts FACTS = OpFacts.of("sum", Trait.KEEPS_SIGN, Trait.TOTAL).meaning(Meaning.ENTRY_SUM)
            .set(Style.SUM).gives(Result.NUMBER);

    /** Fewer changes than one in so many entries are added to the sum. */
    private static final int FEW = 4;
    /** Of fewer entries than these it is added up anew, which rounds as it did before. */
    private static final int MANY = 1024;

    /** Along one axis; −1 is all. */
    public Sum(int axis) {
        this(Axes.of(axis));
    }

    @Override
    public Op along(Axes other) {
        return new Sum(other);
    }

    static final List<Function> FUNCTIONS = List.of(Parameters.applied("sum A", call -> new Sum(Axis.of(call)), Parameters.AXIS));

    @Override
    public OpFacts facts() {
        return FACTS;
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        double[] in = arguments[0].data();
        Groups groups = Groups.of(arguments[0].shape(), axes);
        for (int k = 0; k < groups.count(); k++) {
            result.data()[k] = sum(in, groups.index(k, 0), groups.within(), groups.steps(), groups.size());
        }
    }

    private static double sum(double[] in, int start, int step, int[] steps, int count) {
        double sum = 0;
        double lost = 0;
        for (int k = 0, at = start; k < count; k++, at += step) {
            double x = in[steps == null ? at : start + steps[k]];
            double next = sum + x;
            lost += Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
            sum = next;
        }
        return Double.isFinite(sum) ? sum + lost : sum;
    }

    @Override
    public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        Numbers<T> in = arguments.get(0);
        Groups groups = Groups.of(in.shape(), axes);
        for (int g = 0; g < groups.count(); g++) {
            result.set(g, groups.fold(in, g, T::add));
        }
    }

    /** Of all entries: what a few of them gain is added. */
    @Override
    public <T extends Real<T>> boolean update(Numbers<T> before, Numbers<T> after, Region changed, Numbers<T> result) {
        T sum = result.at(0);
        if (result.count() > 1 || before.count() < MANY || changed.lines() * changed.columns() > before.count() / FEW || !Double.isFinite(sum.getReal())) {
            return false;
        }
        int columns = before.shape().columns();
        for (int line = 0; line < changed.lines(); line++) {
            for (int column = changed.left(); column < changed.left() + changed.columns(); column++) {
                int k = changed.line(line) * columns + column;
                if (before.at(k) != after.at(k)) {
                    sum = sum.add(after.at(k).subtract(before.at(k)));
                }
            }
        }
        boolean finite = Double.isFinite(sum.getReal());
        if (finite) {
            result.set(0, sum);
        }
        return finite;
    }

    @Override
    public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        lanes(self, changes[0], 1, result);
    }

    /** The sum of what changes, times a factor. */
    void lanes(Apply self, Lanes changes, double factor, Lanes result) {
        result.fill((i, j) -> null);
        Region moved = changes.region();
        Broadcast.Steps goal = Broadcast.Steps.of(self.shape(), self.argument(0).shape(), moved);
        for (int r = 0; r < moved.lines(); r++) {
            int i = moved.line(r);
            for (int j = moved.left(); j < moved.left() + moved.columns(); j++) {
                Differences.add(factor, changes.get(i, j), result.own(goal.line(i), goal.column(j)), result.count());
            }
        }
    }

    /** The reverse pass stretches it. */
    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return gradient;
    }
}
