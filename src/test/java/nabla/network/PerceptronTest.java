package nabla.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import nabla.op.Functions;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.report.Report.Status;
import nabla.report.WarningCode;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.syntax.Statement;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code mlp} blocks stand for, and what is said about wrong ones. */
class PerceptronTest {

    private static final String DATA = "const X = [1, 2; -1, 0.5; 0.3, -2]\nconst Y = [1, 0; 0, 1; 0, 1]\n";

    private static Report check(String text) {
        return new Session(Settings.DEFAULT).check(new SourceText("test", text));
    }

    private static String network(String head, String first, String second, String loss) {
        return DATA + head + "mlp net {\ninput X\ndense 3 " + first + "\ndense 2 " + second + "\nloss " + loss + "(Y)\n}\n";
    }

    private static Tensor value(Report report, String name) {
        return report.nodes().stream().filter(node -> node.name().equals(name)).map(NodeReport::value).findFirst().orElseThrow();
    }

    private static String errors(Report report) {
        return report.diagnostics().stream().map(Diagnostic::message).collect(Collectors.joining("; "));
    }

    @Test
    void definesEveryPartByName() {
        String text = network("", "prelu(0.1)", "linear", "mse");
        Statement.Network block = (Statement.Network) new Reader(Functions.names()).read(new SourceText("test", text)).statements().get(2);
        assertEquals(List.of("net.W1", "net.b1", "net.z1", "net.a1", "net.h1", "net.W2", "net.b2", "net.z2", "net.h2", "net.loss"),
                Perceptron.definitions(block).stream().map(Definition::name).toList());
    }

    static List<String> activations() {
        return Activations.names();
    }

    @ParameterizedTest
    @MethodSource("activations")
    void everyActivationIsVerified(String activation) {
        Report report = check(network("", activation, "linear", "mse"));
        assertEquals(Status.VERIFIED, report.status(), () -> errors(report) + report.nodes().stream().map(NodeReport::verdict).toList());
        assertEquals("net.loss", report.output());
    }

    @ParameterizedTest
    @CsvSource({"linear, squared_error", "linear, mse", "sigmoid, bce", "softmax, cross_entropy", "linear, softmax_cross_entropy"})
    void everyLossIsTheSameInBothConventions(String activation, String loss) {
        String weights = "weights [0.1, 0.2, -0.3; 0.5, -1, 0.7] bias [0.1, 0.2, 0]";
        String rows = network("", "tanh " + weights, activation + " weights [0.3, 0.1; -0.6, 0.4; 1, 0.9]", loss);
        String columns = rows.replace("const X = [1, 2; -1, 0.5; 0.3, -2]", "const X = [1, 2; -1, 0.5; 0.3, -2].T")
                .replace("const Y = [1, 0; 0, 1; 0, 1]", "const Y = [1, 0; 0, 1; 0, 1].T").replace("input X", "convention column\ninput X")
                .replace("0.7] bias [0.1, 0.2, 0]", "0.7].T bias [0.1; 0.2; 0]").replace("1, 0.9]", "1, 0.9].T");
        Report first = check(rows);
        Report second = check(columns);
        assertEquals(Status.VERIFIED, first.status(), () -> errors(first));
        assertEquals(Status.VERIFIED, second.status(), () -> errors(second));
        assertEquals(first.value().at(0), second.value().at(0), 1e-14);
    }

    @Test
    void aNumberIsABiasForEveryUnit() {
        Report report = check(network("", "relu bias -0.5", "linear", "mse"));
        assertEquals(Tensor.of(new Shape(1, 3), k -> -0.5), value(report, "net.b1"));
    }

    @Test
    void weightsAreDrawnFromTheSeedAndSuitTheActivation() {
        String text = "const X = normal(2, 400)\nconst Y = zeros(2, 300)\nmlp {\ninput X\ndense 300 relu\ndense 300 tanh\nloss mse(Y)\n}\n";
        Settings few = new Settings(null, 1e-6, 1, List.of(), false, false);
        Report report = new Session(few).check(new SourceText("test", text));
        assertEquals(Math.sqrt(2.0 / 400), deviation(value(report, "W1")), 0.001);
        assertEquals(Math.sqrt(6.0 / 600) / Math.sqrt(3), deviation(value(report, "W2")), 0.001);
        assertEquals(value(check(network("", "relu", "linear", "mse")), "net.W1"), value(check(network("", "relu", "tanh", "mse")), "net.W1"));
        assertNotEquals(value(check(network("", "relu", "linear", "mse")), "net.W1"), value(check(network("seed 1\n", "relu", "linear", "mse")), "net.W1"));
    }

    private static double deviation(Tensor matrix) {
        double squares = 0;
        for (double entry : matrix.data()) {
            squares += entry * entry;
        }
        return Math.sqrt(squares / matrix.count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "relux                               | mse  | there is no activation relux",
        "relu                                | msq  | there is no loss msq",
        "linear(2)                           | mse  | linear has no parameter",
        "relu weights [1, 2; 3, 4]           | mse  | net.W1 is 2×2 and has to be 2×3: 2 entries of an example (rows), 3 units (columns)",
        "relu bias [1; 2; 3]                 | mse  | net.b1 is 3×1 and has to be 1×3, one entry a unit",
        "relu wights [1, 2; 3, 4]            | mse  | after the activation stand weights, bias or init, not wights"})
    void whatIsWrongIsSaidOnce(String layer, String loss, String message) {
        Report report = check(network("", layer, "linear", loss) + "net.h2 == Y\ndnet.W1 = 0*net.W1\n");
        assertEquals(message, errors(report));
    }

    @Test
    void aBlockIsTheDefinitionOfItsLossAtItsPlace() {
        String text = network("", "relu", "linear", "mse");
        Report alone = check("q = 2*sum(X)\n" + text);
        assertEquals("net.loss", alone.output());
        assertTrue(alone.warnings().stream().anyMatch(warning -> warning.code() == WarningCode.NETWORK), () -> alone.warnings().toString());
        Report report = check(text + "acc = mean(net.h2)\n");
        assertEquals("acc", report.output());
        assertTrue(report.warnings().stream().noneMatch(warning -> warning.code() == WarningCode.NETWORK));
    }
}
