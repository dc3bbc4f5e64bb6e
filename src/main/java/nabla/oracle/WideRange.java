package nabla.oracle;

import java.util.List;
import java.util.Map;
import nabla.forward.FieldValues;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.number.BigFloat;
import nabla.number.Precision;
import nabla.tensor.Numbers;
import nabla.tensor.Tensor;

/**
 * Values in a range far beyond that of doubles: exp(1000)/(1 + exp(1000)) is 1, though doubles overflow on the way. Whoever writes a
 * formula down means its value, not what is left of it in doubles. Where 60 digits are not enough either, as for 1/(1 − tanh(70)²), a few
 * more give another value, and there is none.
 */
public final class WideRange {

    private static final double SAME = 1e-10;
    private static final int MOST_ENTRIES = 3000;

    private WideRange() { }

    /** The value of a node; worked out with 60 digits where it is not finite in doubles, if that is not too much work. */
    public static Tensor value(Node node, Values values, Map<Input, Tensor> point) {
        Tensor value = values.of(node);
        if (value.isFinite() || entries(node) > MOST_ENTRIES) {
            return value;
        }
        Tensor wide = value(node, point, Precision.SHARP);
        return wide.isFinite() && !isSame(wide, value(node, point, Precision.SHARPER)) ? value : wide;
    }

    /** The value in 60 digits; null if that is too much work, or if they are not enough. */
    public static Tensor exact(Node node, Map<Input, Tensor> point) {
        if (entries(node) > MOST_ENTRIES) {
            return null;
        }
        Tensor wide = value(node, point, Precision.SHARP);
        return wide.isFinite() && isSame(wide, value(node, point, Precision.SHARPER)) ? wide : null;
    }

    /** Whether something on the way to a value that is a number is none: it has been lost, as x² has in x + √(x² + 1) at 1e200. */
    public static boolean isLost(Node node, Values values) {
        boolean somewhere = false;
        for (int i = 0; i < values.program().size() && !somewhere; i++) {
            somewhere = !values.at(i).isFinite();
        }
        return somewhere && Topology.order(List.of(node)).stream().anyMatch(each -> !values.of(each).isFinite());
    }

    /** Whether an entry is known and too large for a double: no digits are lost then, it is just not what a double could be. */
    static boolean exceeds(Node node, Map<Input, Tensor> point) {
        return entries(node) > MOST_ENTRIES || numbers(node, point, Precision.SHARP).entries().stream()
                .anyMatch(entry -> entry.isFinite() && Double.isInfinite(entry.getReal()));
    }

    private static Numbers<BigFloat> numbers(Node node, Map<Input, Tensor> point, Precision precision) {
        return new FieldValues<>(new Program(List.of(node)), point, precision::number).of(node);
    }

    private static Tensor value(Node node, Map<Input, Tensor> point, Precision precision) {
        Numbers<BigFloat> wide = numbers(node, point, precision);
        return Tensor.of(node.shape(), k -> wide.at(k).getReal());
    }

    private static boolean isSame(Tensor a, Tensor b) {
        boolean same = true;
        for (int k = 0; k < a.count(); k++) {
            same &= Math.abs(a.at(k) - b.at(k)) <= SAME * Math.abs(b.at(k));
        }
        return same;
    }

    private static long entries(Node node) {
        return Topology.order(List.of(node)).stream().mapToLong(each -> each.shape().count()).sum();
    }
}
