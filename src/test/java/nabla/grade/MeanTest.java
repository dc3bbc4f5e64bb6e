package nabla.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A slip costs the same whether 1/m stands in every gradient or is left to those of the parameters. */
class MeanTest {

    private static final String BINARY = """
            X = [0.5, -1.2, 0.3; 1.4, 0.7, -0.6]
            const Y = [1, 0, 1]
            W1 = [0.6, -0.4; 0.9, -0.7; -0.3, 0.8]
            b1 = [0.1; -0.2; 0.05]
            W2 = [0.5, -0.6, 0.2]
            b2 = 0.3
            Z1 = W1 @ X + b1
            A1 = relu(Z1)
            Z2 = W2 @ A1 + b2
            A2 = sigmoid(Z2)
            J = -1/3*sum(Y*log(A2) + (1 - Y)*log(1 - A2))
            output J
            """;
    private static final String SEVERAL = """
            X = [0.5, -1.2, 0.3; 1.4, 0.7, -0.6]
            W1 = [0.6, -0.4; 0.9, -0.7; -0.3, 0.8]
            b1 = [0.1; -0.2; 0.05]
            W2 = [0.5, -0.6, 0.2; 0.3, 0.8, -0.9]
            b2 = [0.3; -0.1]
            Z1 = W1 @ X + b1
            A1 = tanh(Z1)
            Z2 = W2 @ A1 + b2
            J = softmax_cross_entropy(Z2.T, [1, 0; 0, 1; 0, 1])
            output J
            """;
    private static final List<String> NAMES = List.of("Z2", "W2", "b2", "A1", "Z1", "W1", "b1");
    private static final Map<String, String> RIGHT = Map.of("Z2", "A2 - Y", "W2", "dZ2 @ A1.T", "b2", "sum(dZ2, axis=1)", "A1", "W2.T @ dZ2",
            "Z1", "dA1*(Z1 > 0)", "W1", "dZ1 @ X.T", "b1", "sum(dZ1, axis=1)");

    /** The gradients in which something is wrong, and what they are instead; 1/m comes to it by the convention. */
    static Stream<Map<String, String>> slips() {
        return Stream.of(Map.of(), Map.of("Z2", "Y - A2"), Map.of("Z2", "(A2 - Y)*A2*(1 - A2)"), Map.of("W2", "-dZ2 @ A1.T"),
                Map.of("W2", "2*dZ2 @ A1.T"), Map.of("b2", "-sum(dZ2)"), Map.of("A1", "W2.T @ dZ2*A1"), Map.of("Z1", "dA1"),
                Map.of("Z1", "dA1*Z1"), Map.of("W1", "dA1 @ X.T"), Map.of("b1", "-sum(dZ1, axis=1)"), Map.of("W1", "(dZ1 @ X.T).T"),
                Map.of("Z2", "Y - A2", "b1", "2*sum(dZ1, axis=1)"), Map.of("A1", "-W2.T @ dZ2", "W1", "2*dZ1 @ X.T"));
    }

    private static Assignment assignment(String net) {
        String problem = net + NAMES.stream().map(name -> "question \"" + name + "\" d" + name + " points 1\n").collect(Collectors.joining());
        return new Assignment(new SourceText("p.grad", problem), null, Settings.DEFAULT, false);
    }

    private static String answers(Map<String, String> right, Map<String, String> slip, boolean leaving) {
        StringBuilder text = new StringBuilder();
        for (String name : NAMES) {
            boolean divided = leaving ? name.startsWith("W") || name.startsWith("b") : name.equals("Z2");
            String core = slip.getOrDefault(name, right.get(name));
            text.append('d').append(name).append(" = ").append(divided ? "1/3*(" + core + ")" : core).append('\n');
        }
        return text.toString();
    }

    private static MarkedSubmission mark(Assignment assignment, String text) {
        Submission submission = new Submission(new Learner("a", ""), "a.grad", new SourceText("a.grad", text), Map.of(), null);
        return assignment.mark(submission, Duration.ofMinutes(2));
    }

    private static void same(Assignment assignment, Map<String, String> right, Map<String, String> slip) {
        MarkedSubmission plain = mark(assignment, answers(right, slip, false));
        MarkedSubmission leaving = mark(assignment, answers(right, slip, true));
        for (int k = 0; k < NAMES.size(); k++) {
            String told = NAMES.get(k) + ": " + plain.marks().get(k) + "\n" + leaving.marks().get(k);
            assertEquals(slip.containsKey(NAMES.get(k)) ? 0 : 1, plain.marks().get(k).marks(), told);
            assertEquals(plain.marks().get(k).marks(), leaving.marks().get(k).marks(), told);
            assertEquals(plain.marks().get(k).mistake() == null, leaving.marks().get(k).mistake() == null, told);
        }
    }

    @ParameterizedTest
    @MethodSource("slips")
    void ofTwoClasses(Map<String, String> slip) {
        same(assignment(BINARY), RIGHT, slip);
    }

    @ParameterizedTest
    @MethodSource("slips")
    void ofSeveralClasses(Map<String, String> slip) {
        Map<String, String> tanh = new LinkedHashMap<>(RIGHT);
        tanh.put("Z1", "dA1*(1 - A1^2)");
        tanh.put("Z2", "softmax(Z2.T).T - [1, 0, 0; 0, 1, 1]");
        Map<String, String> several = new LinkedHashMap<>();
        slip.forEach((name, text) -> several.put(name, text.equals("Y - A2") ? "[1, 0, 0; 0, 1, 1] - softmax(Z2.T).T"
                : text.contains("A2 - Y") ? "2*(softmax(Z2.T).T - [1, 0, 0; 0, 1, 1])" : name.equals("b2") ? "-sum(dZ2, axis=1)" : text));
        same(assignment(SEVERAL), tanh, several);
    }
}
