package nabla.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers in a shape, in doubles and in another arithmetic. */
class TensorTest {

    private static final Tensor COUNTED = Tensor.of(Shape.of(2, 2, 3), k -> k);

    @Test
    void linesFollowOneAnother() {
        assertEquals(5, new Tensor(new Shape(2, 3), new double[] {0, 1, 2, 3, 4, 5}).get(1, 2));
        assertEquals(10, COUNTED.get(3, 1));
        assertEquals(10, COUNTED.at(10));
        assertEquals(12, COUNTED.count());
        Numbers<String> words = Numbers.of(COUNTED, number -> "n" + (int) number);
        assertEquals("n10", words.get(3, 1));
        assertEquals("n10", words.at(10));
    }

    @Test
    void numbersHaveToBeAsManyAsEntries() {
        assertThrows(IllegalArgumentException.class, () -> new Tensor(new Shape(2, 3), new double[5]));
    }

    @Test
    void aCopyIsApart() {
        Tensor copy = COUNTED.copy();
        copy.data()[0] = 7;
        assertEquals(0, COUNTED.at(0));
        Numbers<String> words = Numbers.filled(new Shape(1, 2), "a");
        words.copy().set(1, "b");
        assertEquals(List.of("a", "a"), words.entries());
    }

    @Test
    void theLargestHasNoSign() {
        assertEquals(3, new Tensor(new Shape(1, 3), new double[] {2, -3, 1}).largest());
        assertTrue(Double.isNaN(new Tensor(new Shape(1, 3), new double[] {2, Double.NaN, 5}).largest()));
        assertEquals(0, Tensor.zeros(new Shape(2, 2)).largest());
    }

    @Test
    void zeroAndFiniteAreOfEveryEntry() {
        assertTrue(Tensor.zeros(new Shape(2, 2)).isZero() && Tensor.filled(new Shape(1, 2), -0.0).isZero());
        assertFalse(new Tensor(new Shape(1, 2), new double[] {0, 1e-300}).isZero());
        assertTrue(COUNTED.isFinite());
        assertFalse(new Tensor(new Shape(1, 2), new double[] {1, Double.NEGATIVE_INFINITY}).isFinite());
    }

    @Test
    void equalityIsOfShapeAndBits() {
        assertEquals(Tensor.scalar(Double.NaN), Tensor.scalar(Double.NaN));
        assertNotEquals(Tensor.scalar(0.0), Tensor.scalar(-0.0));
        assertNotEquals(Tensor.zeros(new Shape(2, 3)), Tensor.zeros(new Shape(3, 2)));
        assertEquals(Tensor.filled(new Shape(2, 1), 4).hashCode(), Tensor.filled(new Shape(2, 1), 4).hashCode());
    }

    @Test
    void aMatrixIsJoinedByTwoSignsAndATensorByBrackets() {
        assertEquals("0, 1; 2, 3", Tensor.of(new Shape(2, 2), k -> k).joined(x -> String.valueOf((int) x), ", ", "; "));
        assertEquals("[[0, 1, 2], [3, 4, 5]], [[6, 7, 8], [9, 10, 11]]", COUNTED.joined(x -> String.valueOf((int) x), ", ", "; "));
    }
}
