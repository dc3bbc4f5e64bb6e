package nabla.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.ShapeMismatch;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class IndexingTest {

    private static final Formula G = Formula.name("G");

    @ParameterizedTest(name = "{0}: A[{1}]")
    @CsvFileSource(resources = "slices.csv", delimiter = '|')
    void slicesAsNumpyDoes(String shape, String subscripts, String selected, String formula) {
        Input a = new Input("A", Samples.shape(shape));
        Apply slice = (Apply) Indexing.slice(null, a, subscripts(subscripts));
        Tensor counted = Tensor.of(a.shape(), k -> k);
        assertEquals(Samples.matrix(selected), Evaluation.value(slice, Evaluation.bind(List.of(a), List.of(counted))));
        assertEquals(formula, written((Formula.Index) slice.op().formula(List.of(Formula.name("A")))));
        assertTrue(Rules.check(slice, Evaluation.bind(List.of(a), List.of(Rules.draw(a.shape(), 3)))) >= 2);
    }

    @ParameterizedTest(name = "{0}: A[{1}]")
    @CsvSource(delimiter = '|', value = {
        "2x3 | 1 | one subscript of a 2×3 matrix | [1, :] is by rows, [:, 1] by columns",
        "2x3 | 2,0 | index 2 is outside: there are 2 rows | indices count from 0 to 1, or from the end: -1 is the last",
        "2x3 | 0,-4 | index -4 is outside: there are 3 columns | indices count from 0 to 2, or from the end: -1 is the last",
        "2x3 | 1:1,0 | the range 1:1 of 2 rows is empty | from:to goes from the first to before the last, counted from 0",
        "2x3 | ::0,0 | a range cannot have step 0 | from:to:step, for example ::2",
        "2x3 | 0,0,0 | 3 subscripts of a 2×3 matrix | a matrix has two: A[i, j]",
    })
    void namesWhatIsWrong(String shape, String subscripts, String message, String hint) {
        Input a = new Input("A", Samples.shape(shape));
        ShapeMismatch error = assertThrows(ShapeMismatch.class, () -> Indexing.slice(null, a, subscripts(subscripts)));
        assertEquals(message, error.getMessage());
        assertEquals(hint, error.hint());
    }

    @Test
    void blocksAreCopiedToTheirPlaces() {
        List<Input> inputs = List.of(new Input("a", new Shape(2, 1)), new Input("b", new Shape(2, 2)), new Input("c", new Shape(1, 3)));
        Apply blocks = (Apply) Blocks.of("M", List.of(inputs.subList(0, 2), inputs.subList(2, 3)));
        List<Tensor> values = List.of(Samples.matrix("1; 2"), Samples.matrix("3 4; 5 6"), Samples.matrix("7 8 9"));
        assertEquals(Samples.matrix("1 3 4; 2 5 6; 7 8 9"), Evaluation.value(blocks, Evaluation.bind(inputs, values)));
        Rules.check(blocks, Evaluation.bind(inputs, values.stream().map(m -> Evaluation.numbers(m, Rules.ZERO)).toList()));
    }

    @Test
    void blocksHaveToFit() {
        Input tall = new Input("a", new Shape(2, 1));
        Input wide = new Input("b", new Shape(1, 2));
        assertEquals("blocks side by side need equal heights, not 2×1 and 1×2",
                assertThrows(ShapeMismatch.class, () -> Blocks.of(null, List.of(List.of(tall, wide)))).getMessage());
        assertEquals("row 1 of the matrix has 2 columns, the rows above have 1",
                assertThrows(ShapeMismatch.class, () -> Blocks.of(null, List.of(List.of(tall), List.of(wide)))).getMessage());
    }

    @Test
    void aRowOfRowsIsWrittenAsOneRow() {
        Formula one = new Formula.Blocks(List.of(List.of(Formula.number(1), Formula.number(2))));
        assertEquals(new Formula.Blocks(List.of(List.of(Formula.number(1), Formula.number(2), Formula.number(1), Formula.number(2)))),
                new Blocks(List.of(2)).formula(List.of(one, one)));
    }

    @Test
    void zerosAroundABlockAreWrittenAsBlocksOrAsProducts() {
        Strip all = new Strip(3, 0, 3, 1);
        Formula above = Formula.call("zeros", List.of(Formula.number(1), Formula.number(3)));
        assertEquals(new Formula.Blocks(List.of(List.of(above), List.of(G))), new Scatter(new Strips(List.of(new Strip(3, 1, 2, 1), all), 0)).formula(List.of(G)));
        assertEquals(new Formula.Blocks(List.of(List.of(Formula.number(0), G))),
                new Scatter(new Strips(List.of(new Strip(1, 0, 1, 1), new Strip(2, 1, 1, 1)), 0)).formula(List.of(G)));
        Formula columns = new Formula.Index(Formula.call("eye", List.of(Formula.number(4))),
                List.of(new Formula.Range(Formula.number(1), Formula.number(4), Formula.number(2)), new Formula.Range(null, null, null)));
        assertEquals(Formula.infix("@", G, columns), new Scatter(new Strips(List.of(all, new Strip(4, 1, 2, 2)), 0)).formula(List.of(G)));
    }

    private static List<Subscript> subscripts(String text) {
        return Arrays.stream(text.split(",")).map(IndexingTest::subscript).toList();
    }

    private static Subscript subscript(String text) {
        if (!text.contains(":")) {
            return Subscript.at(Integer.parseInt(text));
        }
        String[] parts = Arrays.copyOf(text.split(":", -1), 3);
        return Subscript.range(number(parts[0]), number(parts[1]), number(parts[2]));
    }

    private static Integer number(String text) {
        return text == null || text.isEmpty() ? null : Integer.valueOf(text);
    }

    private static String written(Formula.Index index) {
        return index.subscripts().stream().map(IndexingTest::written).collect(Collectors.joining(", ", "A[", "]"));
    }

    private static String written(Formula part) {
        if (part instanceof Formula.Range range) {
            return written(range.from()) + ":" + written(range.to()) + (range.step() == null ? "" : ":" + written(range.step()));
        }
        return part == null ? "" : Integer.toString((int) ((Formula.Number) part).value());
    }
}
