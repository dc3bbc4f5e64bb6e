package nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.op.Binary;
import nabla.op.Leaves;
import nabla.op.Unary;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;

class FormulasTest {

    private static final Input X = new Input("x", Shape.SCALAR);

    @Test
    void constantsAreWrittenAsTheFunctionsThatMakeThem() {
        assertEquals("zeros(2, 3)", Programs.text(new Constant(Tensor.zeros(new Shape(2, 3)))));
        assertEquals("ones(2, 3)", Programs.text(new Constant(Tensor.filled(new Shape(2, 3), 1))));
        assertEquals("2.5*ones(1, 3)", Programs.text(new Constant(Tensor.filled(new Shape(1, 3), 2.5))));
        assertEquals("eye(2)", Programs.text(Leaves.eye(2)));
        assertEquals("[1, -2; 0.5, 4]", Programs.text(new Constant(new Tensor(new Shape(2, 2), new double[] {1, -2, 0.5, 4}))));
        assertEquals("m", Programs.text(new Constant("m", Tensor.scalar(4))));
    }

    @Test
    void aLargeConstantWithoutANameHasNoFormula() {
        Node large = new Constant(Tensor.of(new Shape(100, 100), k -> k));
        assertTrue(Formulas.of(new Apply(Binary.ADD, large, X)).isEmpty());
    }

    @Test
    void aSharedGraphIsNotWalkedOncePerPath() {
        Node node = X;
        for (int k = 0; k < 60; k++) {
            node = new Apply(Binary.MUL, node, node);
        }
        assertTrue(Formulas.of(node).isEmpty());
    }

    @Test
    void aChainOfAMillionNodesHasNoFormula() {
        Node node = X;
        for (int k = 0; k < 1_000_000; k++) {
            node = new Apply(Unary.SIN, node);
        }
        assertTrue(Formulas.of(node).isEmpty());
    }

    @Test
    void theLimitCountsLeaves() {
        Node five = new Apply(Binary.ADD, new Apply(Binary.MUL, X, X), new Apply(Binary.ADD, X, new Apply(Binary.MUL, X, X)));
        assertTrue(Formulas.of(five, false, 4).isEmpty());
        assertEquals("x*x + (x + x*x)", Programs.text(five));
    }
}
