package nabla.op;

import java.util.List;
import java.util.Set;
import nabla.formula.Notation;
import nabla.formula.Notation.Result;
import nabla.formula.Notation.Style;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Trait;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Tensor;
import org.apache.commons.math3.RealFieldElement;

/**
 * The sum of all entries (axis −1), of each column (axis 0: a row) or of each row (axis 1: a column). Compensated as by Neumaier
 * (ZAMM 54, 1974), so that its error is that of one rounding however many entries there are.
 */
public record Sum(int axis) implements Reduction {

    @Override
    public Op along(int other) {
        return new Sum(other);
    }

    static final List<Function> FUNCTIONS = List.of(Parameters.function("sum",
            call -> new Apply(call.name(), new Sum(Axis.of(call)), List.of(call.node("A"))), Parameters.matrix("A"), Parameters.AXIS));

    @Override
    public String symbol() {
        return "sum";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SIGN, Trait.TOTAL);
    }

    @Override
    public Meaning meaning() {
        return Meaning.ENTRY_SUM;
    }

    @Override
    public Notation notation() {
        return new Notation(null, Style.SUM, Result.NUMBER);
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        double[] in = arguments[0].data();
        int columns = arguments[0].columns();
        int length = in.length / result.count();
        for (int k = 0; k < result.count(); k++) {
            result.data()[k] = sum(in, axis == 1 ? k * columns : k, axis == 0 ? columns : 1, length);
        }
    }

    private static double sum(double[] in, int start, int step, int count) {
        double sum = 0;
        double lost = 0;
        for (int k = 0, at = start; k < count; k++, at += step) {
            double x = in[at];
            double next = sum + x;
            lost += Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
            sum = next;
        }
        return Double.isFinite(sum) ? sum + lost : sum;
    }

    @Override
    public <T extends RealFieldElement<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        Numbers<T> in = arguments.get(0);
        int columns = in.shape().columns();
        int length = in.count() / result.count();
        for (int k = 0; k < result.count(); k++) {
            int at = axis == 1 ? k * columns : k;
            T sum = in.at(at);
            for (int n = 1; n < length; n++) {
                at += axis == 0 ? columns : 1;
                sum = sum.add(in.at(at));
            }
            result.set(k, sum);
        }
    }

    @Override
    public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        lanes(changes[0], 1, result);
    }

    /** The sum of what changes, times a factor. */
    void lanes(Lanes changes, double factor, Lanes result) {
        Region part = result.region();
        for (int i = part.top(); i < part.top() + part.rows(); i++) {
            for (int j = part.left(); j < part.left() + part.columns(); j++) {
                result.cleared(i, j);
            }
        }
        Region moved = changes.region();
        for (int i = moved.top(); i < moved.top() + moved.rows(); i++) {
            for (int j = moved.left(); j < moved.left() + moved.columns(); j++) {
                Differences.add(factor, changes.get(i, j), result.own(axis == 1 ? i : 0, axis == 0 ? j : 0), result.count());
            }
        }
    }

    /** The reverse pass stretches it. */
    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return gradient;
    }
}
