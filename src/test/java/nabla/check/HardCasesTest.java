package nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nabla.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases that fixed tolerances get wrong, row by row: a graph, a point, a gradient as claimed, the verdict on it. */
class HardCasesTest {

    private static final String ROWS = "/nabla/check/hard-cases.txt";

    /** A row of the table; {@code claimed} is empty where backprop's own gradient is judged. */
    record Row(String graph, String value, String claimed, List<String> verdicts, String says) {

        static Row of(String line) {
            List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Row(cells.get(0), cells.get(1), cells.get(2), List.of(cells.get(3).split(", ")), cells.get(4));
        }
    }

    static Stream<Row> rows() {
        try (InputStream in = HardCasesTest.class.getResourceAsStream(ROWS)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Row::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theVerdictIsRight(Row row) {
        String text = "output z\nx = " + row.value + "\nz = " + row.graph;
        Veiled veiled = row.claimed.isEmpty() ? Veiled.of(text, Map.of()) : Veiled.of(text, Map.of("x", row.claimed));
        NodeResult result = veiled.check().get("x");
        assertTrue(row.verdicts.contains(result.worst().verdict().word()), () -> result.worst().toString());
        String said = result.worst().verdict() + " entry " + result.entry();
        assertTrue(said.contains(row.says), said);
    }

    /** Two wrong gradients in a net of two layers: exactly these are named. */
    @Test
    void theWrongGradientsOfANetAreNamed() {
        String net = """
                output L
                X = [0.1, -0.4; 0.9, 0.3; -0.7, 1.1]
                Y = [1; 0; 1]
                W1 = [0.4, -0.6, 0.2; 0.7, 0.3, -0.5]
                b1 = [0.1, -0.2, 0.3]
                W2 = [0.8; -0.5; 0.6]
                b2 = 0.1
                L = mse(tanh(X @ W1 + b1) @ W2 + b2, Y)""";
        Map<String, NodeResult> results = Veiled.of(net, Map.of("W2", "2dL/dW2", "b1", "4dL/db1")).check();
        List<String> wrong = new ArrayList<>();
        new TreeMap<>(results).forEach((name, result) -> {
            if (result.worst().verdict() instanceof Verdict.Disagreement) {
                wrong.add(name);
            }
        });
        assertEquals(List.of("W2", "b1"), wrong);
        assertEquals(2, ratio(results.get("W2")), 1e-9);
        assertEquals(4, ratio(results.get("b1")), 1e-9);
    }

    private static double ratio(NodeResult result) {
        return result.worst().backprop() / result.worst().estimate();
    }
}
