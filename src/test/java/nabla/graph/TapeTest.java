package nabla.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nabla.op.Binary;
import nabla.op.Diagonals;
import nabla.op.Unary;
import nabla.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Graphs as flat lists. */
class TapeTest {

    private final List<Node> all = nodes(new Random(3));

    private static List<Node> nodes(Random random) {
        List<Node> nodes = new ArrayList<>(List.of(new Input("x", Shape.SCALAR), new Input("y", Shape.SCALAR)));
        for (int k = 0; k < 500; k++) {
            Node a = nodes.get(random.nextInt(nodes.size()));
            Node b = nodes.get(Math.max(0, nodes.size() - 1 - random.nextInt(4)));
            nodes.add(k % 3 == 0 ? new Apply(Unary.SIN, b) : new Apply(Binary.ADD, a, b));
        }
        return nodes;
    }

    private static void assertFits(Tape tape) {
        for (int i = 0; i < tape.size(); i++) {
            Node node = tape.node(i);
            assertEquals(i, tape.index(node));
            assertEquals(node.arguments().size(), tape.count(i));
            for (int k = 0; k < tape.count(i); k++) {
                assertEquals(tape.index(node.arguments().get(k)), tape.argument(i, k));
                assertTrue(tape.argument(i, k) < i);
            }
        }
        assertEquals(tape.size(), tape.nodes().size());
    }

    @Test
    void argumentsAreKnownByPlace() {
        Tape tape = Tape.of(List.of(all.get(501)));
        assertFits(tape);
        assertEquals(501, tape.size() - 1 + (int) all.stream().filter(node -> tape.index(node) < 0).count());
        assertEquals(all.get(501), tape.node(tape.size() - 1));
    }

    @Test
    void whatFurtherRootsNeedComesBehind() {
        Tape base = Tape.of(List.of(all.get(200)));
        Tape first = base.with(List.of(all.get(501)), List.of(all.get(400)));
        Tape second = base.with(List.of(all.get(300)));
        for (Tape tape : List.of(first, second)) {
            assertFits(tape);
            assertEquals(base.nodes(), tape.nodes().subList(0, base.size()));
        }
        assertFits(base);
        assertEquals(-1, base.index(all.get(501)));
        assertEquals(first.nodes(), Topology.order(List.of(all.get(200), all.get(501), all.get(400))));
        assertEquals(second.nodes(), Topology.order(List.of(all.get(200), all.get(300))));
        assertEquals(base.nodes(), first.upTo(base.size()).nodes());
        assertEquals(-1, first.upTo(base.size()).index(all.get(501)));
    }

    @Test
    void whatIsReachedIsWhatDepends() {
        Tape tape = Tape.of(List.of(all.get(501)));
        Node from = tape.node(tape.size() / 2);
        boolean[] reached = tape.reached(List.of(from, new Input("z", Shape.SCALAR)));
        Places dependents = Topology.dependents(tape.nodes(), List.of(from));
        List<Integer> behind = new ArrayList<>();
        for (int i = 0; i < tape.size(); i++) {
            assertEquals(dependents.contains(tape.node(i)), reached[i]);
            if (reached[i] && tape.node(i) != from) {
                behind.add(i);
            }
        }
        assertTrue(behind.size() > 10);
        assertEquals(behind, Arrays.stream(tape.downstream(tape.index(from))).boxed().toList());
    }

    @Test
    void oneComposedOperationIsSeen() {
        Node x = all.get(0);
        Node composed = new Apply(new Diagonals.Trace(), x);
        assertFalse(Tape.of(List.of(all.get(501))).isComposed());
        assertTrue(Tape.of(List.of(new Apply(Unary.SIN, composed))).isComposed());
        assertTrue(Tape.of(List.of(x)).with(List.of(composed)).isComposed());
    }
}
