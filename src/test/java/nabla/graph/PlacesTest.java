package nabla.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nabla.tensor.Shape;
import org.junit.jupiter.api.Test;

class PlacesTest {

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

    /** Nodes made by several threads at once may share a number. */
    @Test
    void nodesOfOneNumberAreTwo() {
        List<Node> nodes = IntStream.range(0, 200).parallel().mapToObj(k -> nodes(500)).flatMap(List::stream).toList();
        Places places = new Places();
        for (int k = 0; k < nodes.size(); k++) {
            assertTrue(places.add(nodes.get(k), k));
        }
        for (int k = 0; k < nodes.size(); k++) {
            assertEquals(k, places.of(nodes.get(k)));
        }
    }

    private static List<Node> nodes(int count) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(k -> (Node) new Input("x", Shape.SCALAR)).toList());
    }
}
