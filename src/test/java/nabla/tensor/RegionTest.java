package nabla.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Boxes of matrices and tensors: which lines and entries they hold, and what they become. */
class RegionTest {

    private static final Shape MATRIX = new Shape(4, 5);
    private static final Shape TENSOR = Shape.of(2, 3, 4, 5);
    private static final Region RECTANGLE = new Region(1, 2, 2, 3);
    private static final Region BOX = Region.box(TENSOR, new int[] {0, 1, 1, 2}, new int[] {2, 2, 2, 3});

    /** The entries of a region, counted line by line in the whole. */
    private static List<Integer> entries(Region region, Shape whole) {
        return IntStream.range(0, whole.count()).filter(k -> region.contains(k / whole.columns(), k % whole.columns())).boxed().toList();
    }

    @Test
    void aRectangleHoldsItsRowsAndColumns() {
        assertEquals(List.of(7, 8, 9, 12, 13, 14), entries(RECTANGLE, MATRIX));
        assertEquals(6, RECTANGLE.area());
        assertEquals(new Shape(2, 3), RECTANGLE.shape());
        assertEquals(2, RECTANGLE.line(1));
        assertEquals(-1, RECTANGLE.place(3));
        assertEquals(-1, RECTANGLE.place(0));
    }

    @Test
    void aBoxHoldsTheLinesOfItsRanges() {
        List<Integer> expected = IntStream.range(0, TENSOR.count()).filter(k -> {
            int[] at = TENSOR.index(k);
            return at[1] >= 1 && at[2] >= 1 && at[2] < 3 && at[3] >= 2;
        }).boxed().toList();
        assertEquals(expected, entries(BOX, TENSOR));
        assertEquals(expected.size(), BOX.area());
        assertEquals(Shape.of(2, 2, 2, 3), BOX.shape());
        for (int k = 0; k < BOX.lines(); k++) {
            assertEquals(k, BOX.place(BOX.line(k)));
        }
        assertEquals(-1, BOX.place(BOX.line(1) + 1));
    }

    @Test
    void allAndOneAreBoxes() {
        assertTrue(Region.all(TENSOR).isAll(TENSOR) && Region.all(MATRIX).isAll(MATRIX));
        assertFalse(BOX.isAll(TENSOR));
        for (Shape shape : List.of(MATRIX, TENSOR)) {
            assertEquals(List.of(13), entries(Region.entry(shape, 13), shape));
        }
    }

    @Test
    void aUnionIsTheSmallestBoxAroundBoth() {
        assertEquals(new Region(0, 2, 3, 3), RECTANGLE.union(Region.entry(MATRIX, 4)));
        assertEquals(new Region(1, 0, 3, 5), RECTANGLE.union(Region.entry(MATRIX, 15)));
        assertEquals(RECTANGLE, RECTANGLE.union(Region.entry(MATRIX, 13)));
        Region one = Region.entry(TENSOR, 0);
        assertEquals(Region.box(TENSOR, new int[] {0, 0, 0, 0}, new int[] {2, 3, 3, 5}), BOX.union(one));
        assertEquals(BOX.union(one), one.union(BOX));
    }

    /** What an entry-by-entry operation needs of an argument that is stretched. */
    @Test
    void alongASizeThatDiffersItIsEverything() {
        assertEquals(new Region(1, 0, 2, 1), RECTANGLE.in(MATRIX, new Shape(4, 1)));
        assertEquals(new Region(0, 2, 1, 3), RECTANGLE.in(MATRIX, new Shape(1, 5)));
        assertEquals(new Region(1, 2, 2, 3), BOX.in(TENSOR, MATRIX));
        assertEquals(Region.box(TENSOR, new int[] {0, 0, 1, 2}, new int[] {2, 3, 2, 3}), RECTANGLE.in(MATRIX, TENSOR));
    }

    @Test
    void alongAxesItIsEverything() {
        assertEquals(new Region(0, 2, 4, 3), RECTANGLE.along(Axes.of(0), MATRIX));
        assertEquals(Region.box(TENSOR, new int[] {0, 0, 1, 0}, new int[] {2, 3, 2, 5}), BOX.along(new Axes(0b1010), TENSOR));
        assertEquals(new Region(1, 0, 2, 5), RECTANGLE.wholeRows(MATRIX));
        assertEquals(new Region(0, 2, 4, 3), RECTANGLE.wholeColumns(MATRIX));
    }

    @Test
    void turnedItHoldsTheTurnedEntries() {
        assertEquals(new Region(2, 1, 3, 2), RECTANGLE.transposed(MATRIX.transposed()));
        assertEquals(Region.box(TENSOR.transposed(), new int[] {0, 1, 2, 1}, new int[] {2, 2, 3, 2}), BOX.transposed(TENSOR.transposed()));
    }

    @Test
    void aRunIsTheSmallestBoxThatHoldsIt() {
        assertEquals(new Region(1, 1, 1, 3), Region.run(MATRIX, 6, 8));
        assertEquals(new Region(1, 0, 2, 5), Region.run(MATRIX, 6, 12));
        assertEquals(Region.box(TENSOR, new int[] {0, 1, 2, 0}, new int[] {1, 1, 2, 5}), Region.run(TENSOR, 30, 39));
    }

    @Test
    void equalRangesAreEqual() {
        assertEquals(new Region(1, 2, 2, 3), RECTANGLE);
        assertEquals(new Region(1, 2, 2, 3).hashCode(), RECTANGLE.hashCode());
        assertNotEquals(RECTANGLE, BOX);
    }

    @Test
    void aBlockIsTakenOutAndPutBack() {
        Function<Shape, Tensor> counted = shape -> Tensor.of(shape, k -> k);
        for (Region region : List.of(RECTANGLE, BOX)) {
            Shape shape = region == BOX ? TENSOR : MATRIX;
            Block block = new Block(region);
            Tensor whole = counted.apply(shape);
            Tensor part = block.of(whole);
            assertEquals(region.shape(), part.shape());
            assertEquals(entries(region, shape), IntStream.range(0, part.count()).mapToObj(k -> (int) part.at(k)).toList());
            Tensor empty = Tensor.filled(shape, -1);
            block.put(part, empty);
            assertEquals(Tensor.of(shape, k -> entries(region, shape).contains(k) ? k : -1), empty);
            Tensor copied = Tensor.filled(shape, -1);
            block.copy(whole, copied);
            assertEquals(empty, copied);
            assertTrue(block.isSame(whole, copied));
            copied.data()[entries(region, shape).get(1)] = 0.5;
            assertFalse(block.isSame(whole, copied));
            Numbers<Integer> numbers = Numbers.of(whole, number -> (int) number);
            assertEquals(entries(region, shape), block.of(numbers).entries());
            Numbers<Integer> others = Numbers.filled(shape, -1);
            block.put(block.of(numbers), others);
            assertEquals(IntStream.range(0, shape.count()).mapToObj(k -> entries(region, shape).contains(k) ? k : -1).toList(), others.entries());
        }
    }
}
