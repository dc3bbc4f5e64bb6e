package nabla.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes, how they stretch to one another, and which entry is which. */
class ShapeTest {

    private static final Shape TENSOR = Shape.of(5, 2, 3, 4);

    private static Shape of(String sizes) {
        return Shape.of(Arrays.stream(sizes.split("×")).mapToInt(Integer::parseInt).toArray());
    }

    @Test
    void theLastTwoSizesAreRowsAndColumns() {
        assertEquals(3, TENSOR.rows());
        assertEquals(4, TENSOR.columns());
        assertEquals(30, TENSOR.lines());
        assertEquals(10, TENSOR.matrices());
        assertEquals(120, TENSOR.count());
        assertArrayEquals(new int[] {5, 2, 3, 4}, TENSOR.sizes());
        assertEquals(2, TENSOR.size(1));
        assertEquals(4, TENSOR.size(3));
        assertEquals(Shape.of(5, 2, 4, 3), TENSOR.transposed());
        assertEquals(Shape.of(5, 2, 7, 1), TENSOR.with(7, 1));
    }

    @Test
    void onlyMatricesAreScalarsAndVectors() {
        assertTrue(Shape.SCALAR.isScalar() && Shape.SCALAR.isVector() && Shape.SCALAR.isMatrix());
        assertTrue(new Shape(4, 1).isVector() && !new Shape(4, 1).isScalar());
        assertFalse(new Shape(4, 2).isVector());
        assertFalse(Shape.of(1, 1, 1).isScalar() || Shape.of(1, 1, 4).isVector() || Shape.of(1, 1, 1).isMatrix());
    }

    /** Of sizes whose product overflows, a count would be any number. */
    @Test
    void entriesMayBeMoreThanFitIntoMemory() {
        assertEquals(10_000_000_000L, new Shape(100_000, 100_000).entries());
        assertTrue(Shape.of(100_000, 100_000, 100_000, 100_000).entries() > Integer.MAX_VALUE);
        assertEquals(24, Shape.of(2, 3, 4).entries());
    }

    @ParameterizedTest
    @CsvSource({"2×3, 2×3, 2×3", "1×1, 2×3, 2×3", "2×1, 1×3, 2×3", "4×2×3, 2×3, 4×2×3", "2×3, 4×1×3, 4×2×3", "4×1×2×1, 5×1×3, 4×5×2×3"})
    void aSizeOfOneStretches(String one, String other, String both) {
        assertEquals(of(both), of(one).broadcast(of(other)));
        assertEquals(of(both), of(other).broadcast(of(one)));
    }

    @ParameterizedTest
    @CsvSource({"2×3, 3×2", "2×3, 2×2", "4×2×3, 5×2×3", "4×2×3, 4×3"})
    void otherSizesDoNot(String one, String other) {
        assertNull(of(one).broadcast(of(other)));
        assertNull(of(other).broadcast(of(one)));
    }

    /** Written out index by index. */
    @ParameterizedTest
    @CsvSource({"1×1, 2×3", "2×1, 2×3", "1×3, 2×3", "3×1×4, 3×2×4", "2×4, 3×2×4", "5×1×1×4, 5×2×3×4", "2×1×4, 5×2×3×4"})
    void stretchedEntriesKeepTheirIndices(String small, String large) {
        Shape own = of(small);
        Shape larger = of(large);
        int[] lines = own.stretchedLines(larger);
        for (int k = 0; k < larger.count(); k++) {
            int[] index = larger.index(k);
            int place = 0;
            for (int d = 0; d < own.dimensions(); d++) {
                int at = index[larger.dimensions() - own.dimensions() + d];
                place = place * own.size(d) + (own.size(d) == 1 ? 0 : at);
            }
            assertEquals(place, own.stretched(k, larger), larger.place(k));
            int line = k / larger.columns();
            assertEquals(place / own.columns(), own.stretchedLine(line, larger), larger.place(k));
            assertEquals(place / own.columns(), lines == null ? own.lines() == 1 ? 0 : line : lines[line], larger.place(k));
        }
    }

    @Test
    void theLastIndexRunsFastest() {
        assertArrayEquals(new int[] {1, 0, 2}, Shape.of(2, 3, 4).index(14));
        assertEquals("[1, 0, 2]", Shape.of(2, 3, 4).place(14));
        assertEquals("[1, 2]", new Shape(2, 3).place(5));
    }

    @Test
    void entriesOfAPartHaveThePlaceOfTheirIndices() {
        Shape part = Shape.of(2, 1, 2);
        assertArrayEquals(new int[] {0, 1, 12, 13}, new int[] {part.placed(0, Shape.of(2, 3, 4)), part.placed(1, Shape.of(2, 3, 4)),
                part.placed(2, Shape.of(2, 3, 4)), part.placed(3, Shape.of(2, 3, 4))});
    }

    @Test
    void equalSizesAreEqual() {
        assertEquals(Shape.of(2, 3), new Shape(2, 3));
        assertEquals(Shape.of(4, 2, 3).hashCode(), Shape.of(4, 2, 3).hashCode());
        assertNotEquals(new Shape(2, 3), Shape.of(1, 2, 3));
        assertNotEquals(new Shape(2, 3), new Shape(3, 2));
        assertEquals("4×2×3", Shape.of(4, 2, 3).toString());
    }

    @Test
    void dimensionsOfSizeOneAreDropped() {
        assertTrue(Shape.of(1, 4, 5).squeezesTo(new Shape(4, 5)));
        assertTrue(Shape.of(1, 3, 1, 1).squeezesTo(new Shape(1, 3)));
        assertTrue(Shape.of(1, 3, 1, 1).squeezesTo(new Shape(3, 1)));
        assertTrue(Shape.of(2, 1, 3, 4).squeezesTo(Shape.of(2, 3, 4)));
        assertFalse(new Shape(1, 3).squeezesTo(new Shape(3, 1)));
        assertFalse(Shape.of(2, 3, 1).squeezesTo(Shape.of(2, 1, 3)));
        assertFalse(Shape.of(1, 4, 5).squeezesTo(new Shape(5, 4)));
    }
}
