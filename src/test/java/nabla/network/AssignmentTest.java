package nabla.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nabla.report.ClaimReport;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.report.Report.Status;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import nabla.verdict.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Assignment 1 of NUS CS5242: three networks with the gradients that the course published (single precision, so to 1e-5), up to 28 layers
 * deep with a loss of 9e11. Every gradient is right and every parameter is verified by differences.
 */
class AssignmentTest {

    private static Path folder() throws URISyntaxException {
        return Path.of(AssignmentTest.class.getResource("/cs5242-a1").toURI());
    }

    private static Report check(String text) throws URISyntaxException {
        return new Session(Settings.DEFAULT, folder()).check(new SourceText("assignment", text));
    }

    private static String read(String name) throws IOException, URISyntaxException {
        return Files.readString(folder().resolve("net-" + name + ".grad"));
    }

    @ParameterizedTest
    @CsvSource({"100-40-4, 5704, 6, 195.02618", "28-6-4, 4596, 14, 8534.98967", "14-28-4, 5940, 58, 9.1e11"})
    void everyPublishedGradientIsRightAndEveryEntryVerified(String name, int parameters, int claims, double loss)
            throws IOException, URISyntaxException {
        Report report = check(read(name));
        assertEquals(Status.VERIFIED, report.status());
        assertEquals(loss, report.value().at(0), 0.01 * loss);
        assertEquals(claims, report.claims().size());
        for (ClaimReport claim : report.claims()) {
            assertEquals(Judgement.RIGHT, claim.judgement(), claim::text);
        }
        List<NodeReport> leaves = report.nodes().stream().filter(node -> node.name().matches("net\\.[Wb]\\d+")).toList();
        assertEquals(parameters, leaves.stream().mapToInt(node -> node.verification().checked()).sum());
        assertTrue(leaves.stream().allMatch(node -> node.verdict() instanceof Verdict.Agreement));
    }

    /** One wrong rule, planted as a hand-written operation in one place of the deep network, is found there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "W9  | h8 @ W9   | Slip(h8, W9) | op Slip(A in R(m, k), B in R(k, n)) { forward C = A @ B; backward dA = dC @ B.T; backward dB = 1.001*(A.T @ dC) }",
        "z14 | relu(z14) | Slip(z14)    | op Slip(z in R(m, n)) { forward h = relu(z); backward dz = dh }",
        "b3  | + b3      | + Slip(b3)   | op Slip(b in R(m, n)) { forward c = 1*b; backward db = 0*dc }"})
    void aPlantedErrorIsFoundInItsLayer(String place, String right, String wrong, String operation) throws URISyntaxException {
        String block = operation.replace("{ ", "{\n").replace("; ", "\n").replace(" }", "\n}");
        String text = plain();
        assertTrue(text.contains(right + "\n"));
        Report report = check(block + "\n" + text.replace(right + "\n", wrong + "\n"));
        assertEquals(Status.WRONG, report.status(), () -> report.diagnostics().toString());
        List<NodeReport> bad = report.nodes().stream().filter(node -> node.verdict() instanceof Verdict.Disagreement).toList();
        assertTrue(bad.stream().anyMatch(node -> node.name().equals(place)), () -> bad.stream().map(NodeReport::name).toList().toString());
        assertTrue(bad.stream().anyMatch(node -> node.verification().fault() != null && node.verification().fault().op().equals("Slip")),
                () -> bad.stream().map(node -> node.verification().fault()).toList().toString());
    }

    /** The deep network without an {@code mlp} block. */
    private static String plain() {
        StringBuilder text = new StringBuilder("const h0 = [-1, 1, 1, 1, -1, -1, 1, -1, 1, 1, -1, -1, 1, 1]\nconst Y = onehot(3, 4)\n");
        for (int l = 1; l <= 29; l++) {
            int columns = l == 29 ? 5 : 15;
            text.append("W").append(l).append(" = csv(\"w-14-28-4.csv\", rows=").append(14 * (l - 1)).append(":").append(14 * l)
                    .append(", columns=1:").append(columns).append(")\n");
            text.append("b").append(l).append(" = csv(\"b-14-28-4.csv\", rows=").append(l - 1).append(", columns=1:").append(columns).append(")\n");
            text.append("a").append(l).append(" = h").append(l - 1).append(" @ W").append(l).append("\n");
            text.append("z").append(l).append(" = a").append(l).append(" + b").append(l).append("\n");
            text.append(l == 29 ? "L = softmax_cross_entropy(z29, Y)\n" : "h" + l + " = relu(z" + l + ")\n");
        }
        return text.toString();
    }
}
