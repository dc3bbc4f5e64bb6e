package nabla.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import nabla.cli.Invocation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values and gradients of random programs as another system computed them, through the command line and its JSON. */
class ConformanceTest {

    private static final double VALUE = 1e-10;
    private static final double GRADIENT = 1e-9;

    /** Random programs; each of the later functions, with its second derivatives; and tensors, by {@code conformance/tensors.py}. */
    @ParameterizedTest
    @CsvSource({"pytorch, 100", "functions, 80", "tensors, 200"})
    void agreesWithPyTorch(String file, int least, @TempDir Path folder) throws IOException {
        List<Map<?, ?>> cases = cases(file);
        for (Map<?, ?> known : cases) {
            Files.writeString(folder.resolve(known.get("name") + ".grad"), (String) known.get("program"));
        }
        Invocation run = Invocation.of("check", folder.toString(), "--format", "json");
        Map<String, Map<?, ?>> files = new HashMap<>();
        for (Object each : (List<?>) Json.object(run.out()).get("files")) {
            Map<?, ?> found = (Map<?, ?>) each;
            files.put(Path.of((String) found.get("file")).getFileName().toString(), found);
        }
        for (Map<?, ?> known : cases) {
            compare(known, files.get(known.get("name") + ".grad"));
        }
        assertEquals(cases.size(), files.size());
        assertTrue(cases.size() > least);
    }

    private static List<Map<?, ?>> cases(String file) throws IOException {
        List<Map<?, ?>> cases = new ArrayList<>();
        try (InputStream in = ConformanceTest.class.getResourceAsStream("/conformance/" + file + ".jsonl")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                cases.add(Json.object(line));
            }
        }
        return cases;
    }

    private static void compare(Map<?, ?> known, Map<?, ?> found) {
        String name = (String) known.get("name");
        assertNotNull(found, name);
        assertEquals(known.get("output"), found.get("output"), () -> name + ": " + found.get("diagnostics"));
        close(known.get("value"), found.get("value"), VALUE, name);
        Map<String, Map<?, ?>> nodes = new HashMap<>();
        for (Object node : (List<?>) found.get("nodes")) {
            Map<?, ?> it = (Map<?, ?>) node;
            nodes.put((String) it.get("name"), it);
            assertNotEquals("disagree", it.get("verdict"), () -> name + ": " + it);
        }
        ((Map<?, ?>) known.get("gradients")).forEach((leaf, gradient) ->
                close(gradient, nodes.get(leaf).get("gradient"), GRADIENT, name + ", d" + leaf));
    }

    /** Compares nested lists, relative to the largest entry. */
    private static void close(Object expected, Object actual, double tolerance, String where) {
        assertNotNull(actual, where);
        double[] right = entries(expected);
        double[] here = entries(actual);
        assertEquals(right.length, here.length, where);
        double largest = 0;
        for (double entry : right) {
            largest = Math.max(largest, Math.abs(entry));
        }
        for (int i = 0; i < right.length; i++) {
            assertEquals(right[i], here[i], Math.max(tolerance * largest, Double.MIN_NORMAL), where);
        }
    }

    private static double[] entries(Object value) {
        return value instanceof List<?> list ? list.stream().flatMapToDouble(each -> DoubleStream.of(entries(each))).toArray()
                : new double[] {((Number) value).doubleValue()};
    }
}
