package nabla.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and derivatives at points where they are known from elsewhere; no elementwise operation is without. */
class SpecialValuesTest {

    /** Four roundings: what a product of three well-rounded functions may lose. */
    private static final double EXACT = 4 * 0x1p-53;
    private static final double DERIVATIVE = 64 * 0x1p-53;

    static List<String> rows() throws IOException {
        try (InputStream in = SpecialValuesTest.class.getResourceAsStream("special-values.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isTheKnownOne(String row) {
        String[] cells = row.split("; ");
        double[] x = numbers(cells[1]);
        ElementwiseOps.Use use = ElementwiseOps.find(cells[0], x.length);
        assertClose(numbers(cells[2])[0], use.value(x), EXACT);
        if (!cells[3].equals("-")) {
            double[] slopes = numbers(cells[3]);
            for (int k = 0; k < slopes.length; k++) {
                assertClose(slopes[k], use.slope(k, x), DERIVATIVE);
            }
        }
    }

    @Test
    void everyElementwiseOperationHasARow() throws IOException {
        Set<String> known = rows().stream().map(row -> row.split(";")[0]).collect(Collectors.toSet());
        List<String> missing = ElementwiseOps.all().map(use -> use.op().symbol()).filter(symbol -> !known.contains(symbol)).toList();
        assertEquals(List.of(), missing);
    }

    private static double[] numbers(String cell) {
        return Stream.of(cell.split(" ")).mapToDouble(text -> text.equals("nan") ? Double.NaN : Double.parseDouble(text)).toArray();
    }

    private static void assertClose(double expected, double actual, double relative) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertEquals(expected, actual);
        } else {
            assertTrue(Math.abs(actual - expected) <= relative * Math.abs(expected), () -> actual + " instead of " + expected);
        }
    }
}
