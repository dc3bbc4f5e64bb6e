package nabla.oracle;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import nabla.forward.FieldValues;
import nabla.forward.Program;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.number.BigFloat;
import nabla.number.Precision;
import nabla.tensor.Numbers;
import nabla.tensor.Tensor;

/**
 * The value of a node in 60 digits, rounded to doubles, and by how much it moves where the numbers of the text are moved by their last
 * digits: 1 − tanh(20)² is known as well as 20 is, 0.1 + 0.2 − 0.3 no better than to 0.
 */
public record ExactValue(Tensor value, double[] error) {

    private static final int RUNS = 4;
    private static final double UNIT = 0x1p-53;
    /** A number of so few binary digits is meant as it stands. */
    private static final double SHORT = 0x1p20;

    /** Of a node at a point; null where it is too much work, or 60 digits are not enough. */
    public static ExactValue of(Node node, Map<Input, Tensor> point) {
        Tensor value = WideRange.exact(node, point);
        if (value == null) {
            return null;
        }
        double[] error = new double[value.count()];
        SplittableRandom random = new SplittableRandom(node.shape().count());
        for (int run = 0; run < RUNS; run++) {
            Numbers<BigFloat> moved = new FieldValues<>(new Program(List.of(node)), point, moving(random)).of(node);
            for (int k = 0; k < error.length; k++) {
                error[k] = Math.max(error[k], 2 * Math.abs(moved.at(k).getReal() - value.at(k)));
            }
        }
        return new ExactValue(value, error);
    }

    private static DoubleFunction<BigFloat> moving(SplittableRandom random) {
        return x -> {
            boolean exact = x * SHORT == Math.rint(x * SHORT) || !Double.isFinite(x);
            double by = (random.nextBoolean() ? 1 : -1) * (random.nextBoolean() ? 1 : 0.5) * UNIT;
            return exact ? Precision.SHARP.number(x) : Precision.SHARP.number(x).multiply(Precision.SHARP.number(by).add(1));
        };
    }
}
