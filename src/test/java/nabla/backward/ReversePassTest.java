package nabla.backward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.graph.Topology;
import nabla.op.Algebra;
import nabla.op.Binary;
import nabla.op.Unary;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The reverse pass by itself: values, shapes, one term a use and their order, and what it leaves out. */
class ReversePassTest {

    private final Input x = new Input("x", Shape.SCALAR);
    private final Input y = new Input("y", Shape.SCALAR);
    private final Input matrix = new Input("A", new Shape(2, 3));
    private final Input column = new Input("c", new Shape(2, 1));
    private final Map<Input, Tensor> point = Map.of(x, Tensor.scalar(3), y, Tensor.scalar(5), matrix, Tensor.of(matrix.shape(), k -> k + 1),
            column, new Tensor(column.shape(), new double[] {10, 20}));

    private Tensor value(Node node) {
        return Values.of(node, point);
    }

    private void assertClose(IntToDoubleFunction expected, Shape shape, Node node) {
        assertEquals(shape, node.shape());
        assertArrayEquals(Tensor.of(shape, expected).data(), value(node).data(), 1e-14);
    }

    private static ReversePass pass(Node root, Node... targets) {
        return new ReversePass(root, Algebra.ones(root.shape()), List.of(targets));
    }

    @Test
    void theGradientOfAProductIsTheOtherFactor() {
        ReversePass pass = pass(new Apply(Binary.MUL, x, y), x, y);
        assertEquals(Tensor.scalar(5), value(pass.adjoint(x)));
        assertEquals(Tensor.scalar(3), value(pass.adjoint(y)));
    }

    /** z = sin(x)·y + x: by x first the term through the sine, then that of the sum. */
    @Test
    void everyUseAddsATermInTheOrderOfTheUses() {
        Apply sine = new Apply(Unary.SIN, x);
        Apply product = new Apply(Binary.MUL, sine, y);
        Apply sum = new Apply(Binary.ADD, product, x);
        ReversePass pass = pass(sum, x);
        List<Contribution> terms = pass.contributions(x);
        assertEquals(List.of(sine, sum), terms.stream().map(Contribution::via).toList());
        assertEquals(List.of(0, 1), terms.stream().map(Contribution::argument).toList());
        assertClose(k -> 5 * Math.cos(3), Shape.SCALAR, terms.get(0).term());
        assertClose(k -> 1, Shape.SCALAR, terms.get(1).term());
        assertClose(k -> 5 * Math.cos(3) + 1, Shape.SCALAR, pass.adjoint(x));
        Apply total = (Apply) pass.adjoint(x);
        assertEquals(List.of(terms.get(0).term(), terms.get(1).term()), total.arguments());
    }

    /** The last argument of a use comes first. */
    @Test
    void anArgumentUsedTwiceByOneOperationHasTwoTerms() {
        ReversePass pass = pass(new Apply(Binary.MUL, x, x), x);
        assertEquals(List.of(1, 0), pass.contributions(x).stream().map(Contribution::argument).toList());
        assertEquals(Tensor.scalar(6), value(pass.adjoint(x)));
    }

    @Test
    void onlyNodesOnAPathToATargetGetAnAdjoint() {
        Apply sine = new Apply(Unary.SIN, x);
        Apply cosine = new Apply(Unary.COS, y);
        ReversePass pass = pass(new Apply(Binary.MUL, sine, cosine), x);
        assertTrue(pass.adjoint(sine) != null && pass.adjoint(x) != null);
        assertNull(pass.adjoint(cosine));
        assertNull(pass.adjoint(y));
        assertEquals(List.of(), pass.contributions(y));
    }

    @Test
    void withoutADependenceTheGradientIsZerosOfTheShape() {
        ReversePass pass = pass(new Apply(Unary.SIN, x), matrix);
        assertNull(pass.adjoint(matrix));
        assertEquals(Tensor.zeros(matrix.shape()), value(pass.gradient(matrix)));
        ReversePass steps = pass(Algebra.sum(new Apply(Unary.SIGN, matrix)), matrix);
        assertNull(steps.adjoint(matrix));
    }

    @Test
    void theSeedIsTheAdjointOfTheOutput() {
        Apply root = new Apply(Unary.SIN, matrix);
        Node seed = new Constant(Tensor.of(matrix.shape(), k -> k == 4 ? 2 : 0));
        ReversePass pass = new ReversePass(root, seed, List.of(matrix));
        assertSame(seed, pass.adjoint(root));
        assertEquals(List.of(), pass.contributions(root));
        assertClose(k -> k == 4 ? 2 * Math.cos(5) : 0, matrix.shape(), pass.adjoint(matrix));
    }

    /** A path of 2^60 ways has 60 nodes. */
    @Test
    void theGraphOfAGradientGrowsWithTheGraph() {
        Node node = x;
        for (int k = 0; k < 60; k++) {
            node = new Apply(Binary.ADD, node, node);
        }
        Node gradient = pass(node, x).adjoint(x);
        assertTrue(Topology.order(List.of(gradient)).size() <= 4 * 60);
        assertEquals(Tensor.scalar(0x1p60), value(gradient));
    }

    @Test
    void givenAdjointsTakeThePlaceOfWhatWouldBeWorkedOut() {
        Apply sine = new Apply(Unary.SIN, x);
        Apply root = new Apply(Binary.MUL, sine, y);
        ReversePass pass = new ReversePass(root, Algebra.ONE, List.of(x), Map.of(sine, new Constant(100)));
        assertEquals(100 * Math.cos(3), value(pass.adjoint(x)).at(0), 1e-12);
    }

    @Test
    void whatWasStretchedIsSummed() {
        ReversePass pass = pass(Algebra.sum(new Apply(Binary.MUL, matrix, column)), matrix, column);
        assertEquals(new Tensor(matrix.shape(), new double[] {10, 10, 10, 20, 20, 20}), value(pass.adjoint(matrix)));
        assertEquals(new Tensor(column.shape(), new double[] {6, 15}), value(pass.adjoint(column)));
        ReversePass scalar = pass(Algebra.sum(new Apply(Binary.MUL, matrix, x)), x);
        assertEquals(Tensor.scalar(21), value(scalar.adjoint(x)));
    }

    @Test
    void aTermFitsWhateverItsShape() {
        Shape tensor = Shape.of(4, 2, 3);
        assertSame(matrix, ReversePass.fit(matrix, matrix.shape()));
        assertEquals(new Tensor(new Shape(1, 3), new double[] {5, 7, 9}), value(ReversePass.fit(matrix, new Shape(1, 3))));
        assertEquals(new Tensor(column.shape(), new double[] {6, 15}), value(ReversePass.fit(matrix, column.shape())));
        assertEquals(Tensor.scalar(21), value(ReversePass.fit(matrix, Shape.SCALAR)));
        assertEquals(Tensor.of(matrix.shape(), k -> k < 3 ? 10 : 20), value(ReversePass.fit(column, matrix.shape())));
        assertEquals(Tensor.filled(matrix.shape(), 4), value(ReversePass.fit(Algebra.ones(tensor), matrix.shape())));
        assertEquals(Tensor.filled(new Shape(2, 1), 12), value(ReversePass.fit(Algebra.ones(tensor), new Shape(2, 1))));
        assertEquals(Tensor.scalar(24), value(ReversePass.fit(Algebra.ones(tensor), Shape.SCALAR)));
        assertEquals(Tensor.filled(Shape.of(4, 1, 3), 2), value(ReversePass.fit(Algebra.ones(tensor), Shape.of(4, 1, 3))));
    }

    @Test
    void aGradientIsDifferentiatedAgain() {
        Node cube = Algebra.pow(x, 3);
        Node second = Gradients.of(Gradients.of(cube, x), x);
        assertEquals(18, value(second).at(0), 1e-12);
        Map<Node, Node> both = Gradients.of(new Apply(Binary.MUL, cube, y), List.of(x, y, column));
        assertEquals(135, value(both.get(x)).at(0), 1e-12);
        assertEquals(27, value(both.get(y)).at(0), 1e-12);
        assertEquals(Tensor.zeros(column.shape()), value(both.get(column)));
    }

    @Test
    void aDerivativeHasTheLayoutOfTheLanguage() {
        Input numbers = new Input("p", new Shape(2, 1));
        Node ofNumber = Derivative.of(Algebra.sum(new Apply(Unary.SIN, matrix)), matrix);
        assertClose(k -> Math.cos(k + 1), matrix.shape(), ofNumber);
        assertEquals(matrix.shape(), Derivative.of(new Apply(Binary.MUL, matrix, x), x).shape());
        assertEquals(Tensor.of(matrix.shape(), k -> k + 1), value(Derivative.of(new Apply(Binary.MUL, matrix, x), x)));
        Node jacobian = Derivative.of(new Apply(Binary.MUL, column, column), column);
        assertEquals(new Tensor(new Shape(2, 2), new double[] {20, 0, 0, 40}), value(jacobian));
        assertEquals(new Tensor(new Shape(2, 2), new double[] {0, 0, 0, 0}), value(Derivative.of(column, numbers)));
    }

    @Test
    void whereNoLayoutIsUsualThereIsNone() {
        ShapeMismatch matrixByMatrix = assertThrows(ShapeMismatch.class, () -> Derivative.of(new Apply(Unary.SIN, matrix), matrix));
        assertEquals("the derivative of a 2×3 matrix by a 2×3 one has four indices", matrixByMatrix.getMessage());
        Input large = new Input("w", new Shape(4097, 1));
        assertThrows(ShapeMismatch.class, () -> Derivative.of(new Apply(Unary.SIN, large), large));
    }
}
