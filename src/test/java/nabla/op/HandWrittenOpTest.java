package nabla.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.number.PlainDouble;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** y = |s| + 2 with s = x·k, and a backward pass that is wrong on purpose: dx = dy·y, nothing for k. */
class HandWrittenOpTest {

    private static final Shape PAIR = new Shape(1, 2);

    private final Input x = new Input("x", PAIR);
    private final Input k = new Input("k", Shape.SCALAR);
    private final Node scaled = new Apply("s", Binary.MUL, List.of(x, k));
    private final Node output = new Apply("y", Binary.ADD, List.of(new Apply(Unary.ABS, scaled), new Constant(2)));
    private final Input upstream = new Input("dy", PAIR);
    private final Node rule = new Apply(Binary.MUL, upstream, new Apply(Binary.MUL, output, scaled));
    private final HandWrittenOp op = new HandWrittenOp("f", List.of(x, k), List.of(output), List.of(upstream), Arrays.asList(rule, null));

    private final Input a = new Input("a", PAIR);
    private final Input b = new Input("b", Shape.SCALAR);
    private final Apply use = new Apply(op, a, b);
    private final Map<Input, Tensor> point = Map.of(a, new Tensor(PAIR, new double[] {-1, 3}), b, Tensor.scalar(2));

    private double[] value(Node node) {
        return Values.of(node, point).data();
    }

    @Test
    void valueInBothArithmetics() {
        assertArrayEquals(new double[] {4, 8}, value(use));
        List<PlainDouble> entries = new ArrayList<>(List.of(PlainDouble.ZERO, PlainDouble.ZERO));
        op.value(List.of(new Numbers<>(PAIR, List.of(new PlainDouble(-1), new PlainDouble(3))), new Numbers<>(Shape.SCALAR, List.of(new PlainDouble(2)))),
                new Numbers<>(PAIR, entries));
        assertEquals(List.of(new PlainDouble(4), new PlainDouble(8)), entries);
    }

    @Test
    void adjointFollowsTheRuleAsWrittenAndReadsTheOutput() {
        Node gradient = new Constant(new Tensor(PAIR, new double[] {10, 100}));
        Node adjoint = op.adjoint(0, use, gradient);
        assertArrayEquals(new double[] {10 * 4 * -2, 100 * 8 * 6}, value(adjoint));
        assertSame(use, adjoint.arguments().get(1).arguments().get(0));
        assertNull(op.adjoint(1, use, gradient));
    }

    @Test
    void guardsAndDefinitionAreThoseOfTheForwardPass() {
        List<Guard> guards = op.guards(use);
        assertEquals(List.of(Guard.Kind.KINK), guards.stream().map(Guard::kind).toList());
        assertArrayEquals(new double[] {-2, 6}, value(guards.get(0).distance()));
        assertArrayEquals(new double[] {4, 8}, value(op.definition(use)));
    }

    @Test
    void otherShapesAreRefused() {
        assertThrows(ShapeMismatch.class, () -> new Apply(op, b, b));
    }
}
