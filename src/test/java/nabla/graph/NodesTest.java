package nabla.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nabla.op.Algebra;
import nabla.op.Binary;
import nabla.op.Matmul;
import nabla.op.Stretch;
import nabla.op.Ternary;
import nabla.op.Unary;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Inputs, constants and uses of operations, and what they are called. */
class NodesTest {

    private final Input matrix = new Input("A", new Shape(2, 3));
    private final Input vector = new Input("x", new Shape(3, 1));

    @Test
    void aUseHasTheShapeThatItsOperationSays() {
        Apply product = new Apply("b", new Matmul(), List.of(matrix, vector));
        assertEquals(new Shape(2, 1), product.shape());
        assertEquals(List.of(matrix, vector), product.arguments());
        assertEquals("b", product.name());
        assertNull(new Apply(Unary.SIN, vector).name());
    }

    @Test
    void argumentsAreCounted() {
        Input x = new Input("x", Shape.SCALAR);
        for (Apply use : List.of(new Apply(Unary.SIN, x), new Apply(Binary.MUL, x, new Constant(2)), new Apply(Ternary.CLIP, x, new Constant(0), new Constant(1)))) {
            assertEquals(use.arguments().size(), use.arity());
            for (int k = 0; k < use.arity(); k++) {
                assertSame(use.arguments().get(k), use.argument(k));
            }
            assertThrows(RuntimeException.class, () -> use.argument(use.arity()));
            assertEquals(use.arguments(), use.named("y").arguments());
            assertEquals("y", use.named("y").name());
        }
        assertEquals(0, x.arity());
    }

    @Test
    void argumentsThatDoNotFitMakeNoNode() {
        ShapeMismatch mismatch = assertThrows(ShapeMismatch.class, () -> new Apply(new Matmul(), matrix, matrix));
        assertTrue(mismatch.getMessage().contains("2×3"), mismatch::getMessage);
        assertFalse(mismatch.isRefusal());
    }

    @Test
    void aResultTooLargeIsRefusedBeforeItIsComputed() {
        Input number = new Input("t", Shape.SCALAR);
        ShapeMismatch refusal = assertThrows(ShapeMismatch.class, () -> new Apply(new Stretch(new Shape(10_000, 5_001)), number));
        assertTrue(refusal.isRefusal());
        assertEquals("take smaller sizes", refusal.hint());
        assertEquals(50_000_000, new Apply(new Stretch(new Shape(10_000, 5_000)), number).shape().count());
        int[] sizes = new int[Shape.MOST_DIMENSIONS + 1];
        Arrays.fill(sizes, 1);
        assertTrue(assertThrows(ShapeMismatch.class, () -> new Apply(new Stretch(Shape.of(sizes)), number)).isRefusal());
        Shape most = Shape.of(Arrays.copyOf(sizes, Shape.MOST_DIMENSIONS));
        assertEquals(most, new Apply(new Stretch(most), number).shape());
    }

    @Test
    void laterChangesOfAListAreNoneOfANode() {
        List<Node> arguments = new ArrayList<>(List.of(vector));
        Apply sine = new Apply(null, Unary.SIN, arguments);
        arguments.set(0, matrix);
        assertEquals(vector, sine.argument(0));
    }

    @Test
    void nodesThatLookAlikeAreTwo() {
        assertNotEquals(new Apply(Binary.MUL, matrix, matrix), new Apply(Binary.MUL, matrix, matrix));
        assertNotEquals(new Constant(1), new Constant(1));
    }

    @Test
    void stepsHaveNoSlope() {
        assertTrue(new Apply(Unary.SIGN, vector).isStepwise());
        assertFalse(new Apply(Unary.ABS, vector).isStepwise());
    }

    @Test
    void aConstantKnowsItsEntriesAndWhatItCounts() {
        assertTrue(new Constant(Tensor.filled(new Shape(2, 2), 3)).isAll(3));
        assertFalse(new Constant(new Tensor(new Shape(1, 2), new double[] {3, 4})).isAll(3));
        Constant count = Constant.count(matrix.shape());
        assertEquals(Tensor.scalar(6), count.value());
        assertEquals(matrix.shape(), count.counted());
        assertNull(new Constant(6).counted());
    }

    @Test
    void whatHasNoNameIsNumberedInOrder() {
        Node sine = Algebra.sin(vector);
        Input taken = new Input("v2", vector.shape());
        Node sum = Algebra.add(sine, taken);
        Apply named = new Apply("z", Unary.NEG, List.of(sum));
        Node number = new Constant(2);
        List<Node> order = Topology.order(List.of(named, number));
        Names names = new Names(order);
        assertEquals(List.of("x", "v1", "v2", "v3", "z"), order.subList(0, 5).stream().map(names::of).toList());
        assertNull(names.of(number));
        Names text = Names.ofText(order);
        assertNull(text.of(sum));
        assertEquals("v3", text.numbered(sum));
        assertEquals("z", text.of(named));
    }
}
