package nabla.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import nabla.op.Algebra;
import nabla.op.Binary;
import nabla.op.Unary;
import nabla.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Orders of graphs. */
class TopologyTest {

    private final Input x = new Input("x", Shape.SCALAR);
    private final Input y = new Input("y", Shape.SCALAR);

    @Test
    void argumentsComeBeforeTheirUsesAsTheyWereWritten() {
        Node product = Algebra.mul(x, y);
        Node sine = Algebra.sin(x);
        Node sum = Algebra.add(sine, product);
        assertEquals(List.of(x, sine, y, product, sum), Topology.order(List.of(sum)));
    }

    @Test
    void whatIsUsedTwiceComesOnce() {
        Node square = Algebra.mul(x, x);
        Node both = Algebra.mul(square, square);
        assertEquals(List.of(x, square, both), Topology.order(List.of(both)));
        assertEquals(List.of(x, square, both), Topology.order(List.of(square, both, square)));
    }

    @Test
    void aChainOfAMillionNodesIsNotTooDeep() {
        Node node = x;
        for (int k = 0; k < 1_000_000; k++) {
            node = new Apply(Unary.NEG, node);
        }
        List<Node> order = Topology.order(List.of(node));
        assertEquals(1_000_001, order.size());
        assertTrue(Topology.dependents(order, List.of(x)).contains(node));
    }

    /** A walk along each path would take 2^200 steps. */
    @Test
    void noNodeIsVisitedOnceAPath() {
        Node node = x;
        for (int k = 0; k < 200; k++) {
            node = new Apply(Binary.ADD, node, node);
        }
        assertEquals(201, Topology.order(List.of(node)).size());
    }

    @Test
    void dependentsAreTheSourcesAndWhatIsComputedFromThem() {
        Node product = Algebra.mul(x, y);
        Node sine = Algebra.sin(x);
        Node sum = Algebra.add(sine, product);
        List<Node> order = Topology.order(List.of(sum));
        Places dependents = Topology.dependents(order, List.of(y));
        assertEquals(List.of(y, product, sum), order.stream().filter(dependents::contains).toList());
        assertTrue(Topology.isBefore(y, product) && Topology.isBefore(x, sum));
        assertFalse(Topology.isBefore(product, y) || Topology.isBefore(sine, product) || Topology.isBefore(x, x));
    }

    @Test
    void placesAreOfNodesNotOfWhatTheyLookLike() {
        Places places = new Places(2);
        List<Input> many = Stream.generate(() -> new Input("x", Shape.SCALAR)).limit(1000).toList();
        for (int k = 0; k < many.size(); k++) {
            assertTrue(places.add(many.get(k), k));
        }
        for (int k = 0; k < many.size(); k++) {
            assertFalse(places.add(many.get(k), 7));
            assertEquals(k, places.of(many.get(k)));
        }
        assertEquals(-1, places.of(x));
        assertFalse(places.contains(x));
    }
}
