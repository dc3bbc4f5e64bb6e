package nabla.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nabla.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as the same answer. */
class AnswerToleranceTest {

    @ParameterizedTest
    @CsvSource({"1, 1, true", "1, 1.0000000001, true", "1, 1.00001, false", "1e-20, 2e-20, false", "0, 0, true", "Infinity, 1, false",
        "1, -Infinity, false", "NaN, 1, false", "Infinity, Infinity, false"})
    void anInfiniteAnswerIsTheSameAsNothing(double given, double answer, boolean same) {
        assertEquals(same, AnswerTolerance.NONE.isSame(Tensor.scalar(given), Tensor.scalar(answer)));
    }
}
