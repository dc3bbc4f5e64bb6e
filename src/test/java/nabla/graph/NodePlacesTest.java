package nabla.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nabla.tensor.Shape;
import org.junit.jupiter.api.Test;

class NodePlacesTest {

    @Test
    void everyNodeHasThePlaceItWasGivenWhateverTheOrder() {
        List<Node> nodes = nodes(5000);
        Collections.shuffle(nodes, new Random(1));
        Places places = new Places();
        for (int k = 0; k < nodes.size(); k++) {
            assertTrue(places.add(nodes.get(k), k));
        }
        for (int k = 0; k < nodes.size(); k++) {
            assertEquals(k, places.of(nodes.get(k)));
            assertFalse(places.add(nodes.get(k), 0), "a node keeps its first place");
        }
    }

    @Test
    void whatWasNotAddedHasNone() {
        List<Node> nodes = nodes(1000);
        Places places = new Places(10);
        for (int k = 0; k < nodes.size(); k += 7) {
            places.add(nodes.get(k), k);
        }
        for (int k = 0; k < nodes.size(); k++) {
            assertEquals(k % 7 == 0, places.contains(nodes.get(k)));
            assertEquals(k % 7 == 0 ? k : -1, places.of(nodes.get(k)));
        }
    }

    /** Two threads may make a node each with the same number. */
    @Test
    void nodesOfOneNumberAreTwo() throws ReflectiveOperationException {
        Field made = Node.class.getDeclaredField("made");
        made.setAccessible(true);
        int before = made.getInt(null);
        List<Node> some = nodes(300);
        made.setInt(null, before);
        List<Node> others = nodes(300);
        Places places = new Places();
        for (int k = 0; k < some.size(); k++) {
            assertEquals(some.get(k).hashCode(), others.get(k).hashCode());
            assertTrue(places.add(some.get(k), k));
            assertFalse(places.contains(others.get(k)));
            assertTrue(places.add(others.get(k), 1000 + k));
            assertFalse(places.add(others.get(k), 0));
        }
        for (int k = 0; k < some.size(); k++) {
            assertEquals(k, places.of(some.get(k)));
            assertEquals(1000 + k, places.of(others.get(k)));
        }
    }

    private static List<Node> nodes(int count) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(k -> (Node) new Input("x", Shape.SCALAR)).toList());
    }
}
