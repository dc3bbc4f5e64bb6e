package nabla.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sets of dimensions, what is left along them, and which entries go together. */
class AxesTest {

    private static final Shape MATRIX = new Shape(2, 3);
    private static final Axes OUTER = new Axes(0b101);

    @Test
    void dimensionsCountFromZero() {
        assertEquals(List.of(0, 2), OUTER.numbers());
        assertTrue(OUTER.contains(2) && !OUTER.contains(1));
        assertEquals(1, Axes.of(1).number());
        assertEquals(-2, OUTER.number());
        assertEquals(-1, Axes.ALL.number());
        assertEquals(Axes.ALL, Axes.of(-1));
        assertEquals(List.of(), Axes.ALL.numbers());
    }

    @Test
    void whatIsReducedKeepsItsDimensions() {
        assertEquals(new Shape(1, 3), Axes.of(0).reduced(MATRIX));
        assertEquals(new Shape(2, 1), Axes.of(1).reduced(MATRIX));
        assertEquals(Shape.of(1, 3, 1), OUTER.reduced(Shape.of(2, 3, 4)));
        assertEquals(Shape.SCALAR, Axes.ALL.reduced(Shape.of(2, 3, 4)));
    }

    @Test
    void entriesGoIntoWhatIsLeft() {
        assertArrayEquals(new int[] {0, 1, 2, 0, 1, 2}, Axes.of(0).groups(MATRIX));
        assertArrayEquals(new int[] {0, 0, 0, 1, 1, 1}, Axes.of(1).groups(MATRIX));
        assertArrayEquals(new int[6], Axes.ALL.groups(MATRIX));
        assertArrayEquals(new int[] {0, 0, 1, 1, 0, 0, 1, 1}, OUTER.groups(Shape.of(2, 2, 2)));
    }

    @Test
    void offsetsAreSumsOfIndexTimesStep() {
        assertArrayEquals(new int[] {12, 4, 1}, Offsets.steps(new int[] {2, 3, 4}));
        assertArrayEquals(new int[] {0, 7, 14, 100, 107, 114}, Offsets.of(new int[] {2, 3}, new int[] {100, 7}));
        assertArrayEquals(new int[] {0}, Offsets.of(new int[] {}, new int[] {}));
    }
}
