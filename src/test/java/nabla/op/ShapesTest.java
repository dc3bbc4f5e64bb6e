package nabla.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fits together, and what is said where it does not. */
class ShapesTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, 2, 3, 2, 3", "2, 3, 1, 1, 2, 3", "2, 3, 1, 3, 2, 3", "2, 1, 2, 3, 2, 3", "2, 1, 1, 3, 2, 3", "1, 3, 2, 1, 2, 3"})
    void aSizeOfOneStretches(int rows, int columns, int otherRows, int otherColumns, int resultRows, int resultColumns) {
        List<Shape> shapes = List.of(new Shape(rows, columns), new Shape(otherRows, otherColumns));
        ElementwiseOps.all().filter(use -> use.arity() == 2)
                .forEach(use -> assertEquals(new Shape(resultRows, resultColumns), use.op().shape(shapes)));
    }

    @Test
    void everyMismatchNamesBothShapes() {
        List<Shape> shapes = List.of(new Shape(4, 2), new Shape(5, 3));
        ElementwiseOps.all().filter(use -> use.arity() == 2).forEach(use -> assertNames(mismatch(use.op(), shapes)));
        assertNames(mismatch(new Matmul(), shapes));
        ShapeMismatch stretch = mismatch(new Stretch(new Shape(5, 3)), List.of(new Shape(4, 2)));
        assertNames(stretch);
        assertNames(mismatch(new Reshape(new Shape(5, 3)), List.of(new Shape(4, 2))));
    }

    @ParameterizedTest
    @CsvSource({
        "mul, 4, 2, 2, 3, did you mean A @ B?",
        "mul, 4, 2, 4, 3, did you mean A.T @ B?",
        "mul, 4, 2, 3, 2, did you mean A @ B.T?",
        "add, 4, 2, 2, 4, did you mean B.T?",
        "add, 4, 2, 4, 3, 'sizes have to be equal, or 1'"})
    void theHintSaysWhatWouldFit(String symbol, int rows, int columns, int otherRows, int otherColumns, String hint) {
        Op op = ElementwiseOps.find(symbol, 2).op();
        assertEquals(hint, mismatch(op, List.of(new Shape(rows, columns), new Shape(otherRows, otherColumns))).hint());
    }

    @ParameterizedTest
    @CsvSource({
        "4, 2, 3, 2, did you mean A @ B.T?",
        "4, 2, 4, 3, did you mean A.T @ B?",
        "4, 2, 3, 4, did you mean B @ A?",
        "4, 2, 1, 1, did you mean A * B?"})
    void soDoesThatOfTheMatrixProduct(int rows, int columns, int otherRows, int otherColumns, String hint) {
        assertEquals(hint, mismatch(new Matmul(), List.of(new Shape(rows, columns), new Shape(otherRows, otherColumns))).hint());
    }

    @Test
    void functionsAreFoundByEveryName() {
        assertEquals("log", Functions.find("ln").name());
        assertEquals("sigmoid", Functions.find("logistic").name());
        assertEquals("atan", Functions.find("arctan").name());
        assertEquals("silu", Functions.find("swish").name());
        assertNull(Functions.find("neg"));
        assertNull(Functions.find("whole"));
        for (String name : ("exp expm1 log log1p log2 log10 erf sqrt abs sign sin cos tan asin acos atan sinh cosh tanh sigmoid relu "
                + "leaky_relu prelu rrelu elu softplus softsign gelu silu step max min where clip sum").split(" ")) {
            assertTrue(Functions.all().contains(Functions.find(name)), name);
        }
    }

    private static ShapeMismatch mismatch(Op op, List<Shape> shapes) {
        return assertThrows(ShapeMismatch.class, () -> op.shape(shapes), op.symbol());
    }

    private static void assertNames(ShapeMismatch mismatch) {
        assertTrue(mismatch.getMessage().contains("4×2") && mismatch.getMessage().contains("5×3"), mismatch.getMessage());
    }
}
