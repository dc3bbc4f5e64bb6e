package nabla.op;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks change no bit: every entry is the sum of its terms in order. */
class ProductTest {

    private final SplittableRandom random = new SplittableRandom(7);

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 3, 2", "7, 5, 1", "1, 9, 40", "1, 37, 1", "33, 6, 257", "40, 13, 9", "100, 70, 31", "5, 4, 513", "31, 100, 32", "65, 1, 65",
        "300, 3, 2", "3, 0, 50"})
    void addsUpInOrder(int rows, int inner, int columns) {
        Tensor left = random(rows, inner);
        Tensor right = random(inner, columns);
        Tensor result = Tensor.filled(new Shape(rows, columns), Double.NaN);
        Product.of(left, right, result);
        assertEquals(inOrder(left, right), result);
    }

    @Test
    void whatIsNotFiniteStaysInItsRowsAndColumns() {
        Tensor left = random(40, 50);
        Tensor right = random(50, 60);
        left.data()[3 * 50 + 7] = Double.NaN;
        right.data()[9 * 60 + 58] = Double.POSITIVE_INFINITY;
        Tensor result = Tensor.zeros(new Shape(40, 60));
        Product.of(left, right, result);
        assertEquals(inOrder(left, right), result);
    }

    /** Of both signs and very different size, so that another order shows; some are zeros of either sign. */
    private Tensor random(int rows, int columns) {
        return Tensor.of(new Shape(rows, columns), k -> random.nextInt(9) == 0 ? 0.0 * random.nextInt(-1, 2)
                : Math.scalb(random.nextDouble() - 0.5, random.nextInt(60) - 30));
    }

    private static Tensor inOrder(Tensor left, Tensor right) {
        Tensor result = Tensor.zeros(new Shape(left.rows(), right.columns()));
        for (int k = 0; k < left.columns(); k++) {
            for (int out = 0; out < result.count(); out++) {
                result.data()[out] += left.get(out / result.columns(), k) * right.get(k, out % result.columns());
            }
        }
        return result;
    }
}
