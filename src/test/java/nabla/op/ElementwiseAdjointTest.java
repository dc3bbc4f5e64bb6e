package nabla.op;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nabla.number.Foreign;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule against forward-mode numbers run through the kernel, at points the operation's own guards choose. */
class ElementwiseAdjointTest {

    private static final int POINTS = 25;

    static Stream<ElementwiseOps.Use> uses() {
        return ElementwiseOps.all();
    }

    @ParameterizedTest
    @MethodSource("uses")
    void isTheDerivativeOfTheKernel(ElementwiseOps.Use use) {
        Random random = new Random(use.op().symbol().hashCode());
        for (int n = 0; n < POINTS; n++) {
            double[] x = use.point(random);
            List<Foreign<DerivativeStructure>> forward = IntStream.range(0, use.arity())
                    .mapToObj(k -> new Foreign<>(new DerivativeStructure(use.arity(), 1, k, x[k]))).toList();
            DerivativeStructure value = use.value(forward).value();
            for (int k = 0; k < use.arity(); k++) {
                int[] order = new int[use.arity()];
                order[k] = 1;
                double expected = value.getPartialDerivative(order);
                assertEquals(expected, use.slope(k, x), 1e-12 * Math.max(1, Math.abs(expected)),
                        use + " by argument " + k + " at " + Arrays.toString(x));
            }
        }
    }
}
