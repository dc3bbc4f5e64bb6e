package nabla.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Perturbations side by side: what they begin with, whose the arrays are, and that those are used again. */
class LanesTest {

    private static final Shape SHAPE = new Shape(3, 4);
    private static final Region REGION = new Region(1, 1, 2, 2);
    private final LaneStore store = new LaneStore(100);

    @BeforeEach
    void threeLanes() {
        store.use(3);
    }

    /** Three entries move, each in its lane. */
    private Lanes moved() {
        Lanes lanes = new Lanes(store);
        lanes.open(SHAPE, REGION, new int[] {5, 6, 10}, new double[] {0.5, 2, -1});
        return lanes;
    }

    private static List<Double> three(double[] lanes) {
        return Arrays.stream(lanes).limit(3).boxed().toList();
    }

    @Test
    void eachLaneMovesItsEntry() {
        Lanes lanes = moved();
        assertSame(lanes.entries(), lanes.entries());
        assertEquals(List.of(0.5, 0.0, 0.0), three(lanes.get(1, 1)));
        assertEquals(List.of(0.0, 2.0, 0.0), three(lanes.get(1, 2)));
        assertEquals(List.of(0.0, 0.0, 0.0), three(lanes.get(2, 1)));
        assertEquals(List.of(0.0, 0.0, -1.0), three(lanes.get(2, 2)));
        assertNull(lanes.entries(), "once arrays were asked for it is not known any more");
    }

    @Test
    void outsideOfTheRegionNothingChanges() {
        Lanes lanes = moved();
        assertNull(lanes.get(0, 1));
        assertNull(lanes.get(1, 0));
        assertNull(lanes.get(1, 3));
    }

    @Test
    void sharedLanesAreThoseOfTheArgument() {
        Lanes argument = moved();
        Lanes result = new Lanes(store);
        result.open(SHAPE, REGION);
        result.fill(argument::get);
        assertTrue(result.borrows());
        assertSame(argument.get(1, 1), result.get(1, 1));
        result.change(lane -> lane[0] += 1);
        assertEquals(List.of(0.5, 0.0, 0.0), three(argument.get(1, 1)));
        assertEquals(List.of(1.5, 0.0, 0.0), three(result.get(1, 1)));
    }

    @Test
    void addedOnesAreSeparatedFirst() {
        Lanes argument = moved();
        Lanes result = new Lanes(store);
        result.open(SHAPE, REGION);
        result.fill(argument::get);
        result.add(new int[] {5, 6, 5}, new double[] {10, 20, 30}, 0, 2);
        assertEquals(List.of(10.5, 0.0, 0.0), three(result.get(1, 1)));
        assertEquals(List.of(0.0, 22.0, 0.0), three(result.get(1, 2)));
        assertEquals(List.of(0.5, 0.0, 0.0), three(argument.get(1, 1)));
    }

    @Test
    void separatedOnesOutliveTheArgument() {
        Lanes argument = moved();
        Lanes result = new Lanes(store);
        result.open(SHAPE, REGION);
        result.fill(argument::get);
        result.separate();
        assertFalse(result.borrows());
        argument.close();
        new Lanes(store).open(SHAPE, REGION);
        assertEquals(List.of(0.0, 0.0, -1.0), three(result.get(2, 2)));
    }

    @Test
    void whatIsClosedIsUsedAgain() {
        Lanes lanes = new Lanes(store);
        lanes.open(SHAPE, Region.entry(SHAPE, 0));
        double[] own = lanes.own(0, 0);
        lanes.close();
        assertFalse(lanes.isOpen());
        lanes.open(SHAPE, Region.entry(SHAPE, 1));
        assertSame(own, lanes.own(0, 1));
        lanes.close();
        store.use(50);
        lanes.open(SHAPE, Region.entry(SHAPE, 1));
        assertNotSame(own, lanes.own(0, 1), "too short for so many lanes");
        assertTrue(lanes.own(0, 1).length >= 50);
    }

    @Test
    void lentArraysStayWithTheirOwner() {
        Lanes argument = moved();
        Lanes result = new Lanes(store);
        result.open(SHAPE, REGION);
        result.fill(argument::get);
        result.close();
        Lanes other = new Lanes(store);
        other.open(SHAPE, Region.entry(SHAPE, 0));
        Arrays.fill(other.own(0, 0), 7);
        assertEquals(List.of(0.0, 0.0, -1.0), three(argument.get(2, 2)));
    }

    @Test
    void noChangeIsSharedAsZeros() {
        Lanes lanes = new Lanes(store);
        lanes.open(SHAPE, Region.entry(SHAPE, 0));
        Arrays.fill(lanes.own(0, 0), 7);
        lanes.share(0, 0, null);
        assertEquals(List.of(0.0, 0.0, 0.0), three(lanes.get(0, 0)));
        assertFalse(lanes.borrows());
    }
}
