package nabla.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nabla.number.DoubleDouble;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** A sum is brought up to date by what few of its entries gain, and only where that is as good as to add up anew. */
class SumUpdateTest {

    private static final Shape SHAPE = new Shape(120, 10);

    private static Numbers<DoubleDouble> numbers(double first) {
        return Numbers.of(Tensor.of(SHAPE, k -> k == 0 ? first : 1.0 / (k + 3)), DoubleDouble::new);
    }

    private static Numbers<DoubleDouble> sum(Numbers<DoubleDouble> numbers) {
        Numbers<DoubleDouble> result = Numbers.filled(Shape.SCALAR, null);
        new Sum(-1).value(List.of(numbers), result);
        return result;
    }

    @Test
    void fewEntriesAreAdded() {
        Numbers<DoubleDouble> before = numbers(0.25);
        Numbers<DoubleDouble> after = numbers(-7.5);
        Numbers<DoubleDouble> result = sum(before);
        assertTrue(new Sum(-1).update(before, after, Region.entry(SHAPE, 0), result));
        assertEquals(0, result.at(0).subtract(sum(after).at(0)).getReal(), 1e-28);
    }

    @Test
    void otherwiseTheSumIsLeftAlone() {
        Numbers<DoubleDouble> before = numbers(0.25);
        Numbers<DoubleDouble> result = sum(before);
        assertFalse(new Sum(-1).update(before, numbers(2), Region.all(SHAPE), result));
        assertFalse(new Sum(-1).update(before, numbers(Double.NaN), Region.entry(SHAPE, 0), result));
        assertEquals(0, result.at(0).subtract(sum(before).at(0)).getReal());
        Numbers<DoubleDouble> lost = numbers(Double.NaN);
        assertFalse(new Sum(-1).update(lost, before, Region.entry(SHAPE, 0), sum(lost)));
    }
}
