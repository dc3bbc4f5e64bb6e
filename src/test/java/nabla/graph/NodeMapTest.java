package nabla.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nabla.tensor.Shape;
import org.junit.jupiter.api.Test;

class NodeMapTest {

    private final Node x = new Input("x", Shape.SCALAR);
    private final Node twin = new Input("x", Shape.SCALAR);

    @Test
    void nodesOfOneNameAreTwo() {
        NodeMap<String> map = new NodeMap<>();
        assertNull(map.put(x, "first"));
        assertEquals("first", map.get(x));
        assertNull(map.get(twin));
        assertFalse(map.containsKey(twin));
    }

    @Test
    void putGivesWhatWasThereAndPutIfAbsentKeepsIt() {
        NodeMap<String> map = new NodeMap<>();
        map.put(x, "first");
        assertEquals("first", map.put(x, "second"));
        assertEquals("second", map.putIfAbsent(x, "third"));
        assertEquals("second", map.get(x));
        assertEquals(1, map.size());
    }

    @Test
    void nodesComeInTheirOrderHoweverMany() {
        List<Node> nodes = new ArrayList<>();
        NodeMap<Integer> map = new NodeMap<>();
        for (int k = 0; k < 1000; k++) {
            nodes.add(0, new Input("x", Shape.SCALAR));
        }
        for (Node node : nodes) {
            map.put(node, map.size());
        }
        assertEquals(nodes, List.copyOf(map.keySet()));
        assertEquals(999, map.get(nodes.get(999)));
        assertTrue(map.keySet().contains(nodes.get(500)));
    }
}
