package nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.model.Model;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proved of values of more than two dimensions, and that nothing is proved that is not so. */
class TensorProofsTest {

    private static final String LEAVES = "X, Y in R(2, 3, 4)\nZ in R(2, 3, 3)\ng in R(1, 3, 1)\nh in R(2, 1, 4)\nW in R(4, 3)\nk in R";
    private static final List<String> SHAPED = List.of("X", "Y", "g*X", "h*Y", "2*X", "k*Y", "X + Y", "X - 2*h", "X*Y", "Z @ X", "Z.T @ Y", "(X @ W) @ Y", "g*Y + h",
            "mean(X, axis=0) + Y", "sum(X*Y, axis=2)*Y", "-X", "Z @ (X + Y)", "(Y.T @ Z).T", "sum(Y, axis=(0, 1)) + X");
    private static final List<List<String>> MOVES = List.of(List.of("X", "Y"), List.of("axis=0", "axis=1"), List.of("axis=(0, 1)", "axis=(0, 2)"), List.of("2*", "3*"),
            List.of("g*", ""), List.of("h*", "h*h*"), List.of(".T", ""), List.of(" + ", " - "), List.of("(X + Y)", "(Y + X)"), List.of("sum(", "mean("));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sum(g*X, axis=(0, 2))                  | g*sum(X, axis=(0, 2))",
        "sum(g*X, axis=0)                       | g*sum(X, axis=0)",
        "sum(h*X*Y, axis=1)                     | h*sum(Y*X, axis=1)",
        "sum(k*X)                               | k*sum(X)",
        "Z @ (k*g*X)                            | k*(Z @ (X*g))",
        "sum(sum(X, axis=0), axis=2)            | sum(X, axis=(0, 2))",
        "sum(X + 2*Y, axis=(1, 2))              | sum(X, axis=(1, 2)) + 2*sum(Y, axis=(1, 2))",
        "mean(g*(X - Y), axis=(0, 2))           | g*(mean(X, axis=(0, 2)) - mean(Y, axis=(0, 2)))",
        "mean(X - mean(X, axis=1), axis=1)      | 0*h",
        "(Z @ X).T                              | X.T @ Z.T",
        "(2*Z) @ X                              | 2*(Z @ X)",
        "Z @ (X + k*Y)                          | Z @ X + k*(Z @ Y)",
        "(X.T @ Y).T                            | Y.T @ X"})
    void isProved(String one, String other) {
        assertEquals(Equality.Verdict.PROVED, verdict(one, other), one + " == " + other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sum(g*X, axis=1)               | g*sum(X, axis=1)",
        "sum(g*X, axis=(0, 1))          | 2*sum(g*X, axis=1)",
        "sum(h*X, axis=1)               | h*sum(X, axis=2)",
        "sum(X*Y, axis=0)               | sum(X, axis=0)*sum(Y, axis=0)",
        "sum(g, axis=0)                 | 2*g",
        "(X.T @ Y).T                    | X.T @ Y",
        "Z @ X                          | Z.T @ X"})
    void isNotProved(String one, String other) {
        assertEquals(Equality.Verdict.UNKNOWN, verdict(one, other), one + " == " + other);
    }

    /** Rows that are looked up send back a product with the one-hot rows of their numbers, those met twice the sum of both. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "dL/dE = onehot(i, 5).T @ (3*Y^2)                | PROVED",
        "dL/dE = 3*(onehot(i, 5).T @ (Y^2))              | PROVED",
        "dL/dE = onehot([0, 2, 4], 5).T @ (3*Y[0:3, :]^2) | UNKNOWN",
        "dL/dE = onehot([0, 2, 3, 4], 5).T @ (3*Y^2)     | UNKNOWN",
        "dL/dE = onehot(i, 5).T @ (2*Y^2)                | UNKNOWN"})
    void lookUps(String claim, Equality.Verdict expected) {
        Model model = Programs.model("E in R(5, 3)\ni = [0, 2, 2, 4]\nY = E[i, :]\nL = sum(Y^3)", claim);
        assertEquals(expected, Equality.of(model.claims().get(0).truth(), model.claims().get(0).answer(), Programs.facts(model)), claim);
    }

    /** Backward passes take the mask of a rectifier from what comes out of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "(relu(X) > 0)           | (X > 0)            | PROVED",
        "(relu(X @ W) > 0)       | (X @ W > 0)        | PROVED",
        "(relu(g*X + h) > 0)     | (g*X + h > 0)      | PROVED",
        "(3*relu(X) > 0)         | (X > 0)            | PROVED",
        "((X - Y)*(X > Y) > 0)   | (X > Y)            | PROVED",
        "(relu(-X) > 0)          | (X < 0)            | PROVED",
        "(relu(-2*X) > 0)        | 1 - (X >= 0)       | PROVED",
        "(min(X, 0) > 0)         | 0*X                | PROVED",
        "(min(X, 0) < 0)         | (X < 0)            | PROVED",
        "(max(X, Y) - Y > 0)     | (X > Y)            | PROVED",
        "(-relu(X) > 0)          | 0*X                | PROVED",
        "(relu(X) > 0)           | (X >= 0)           | UNKNOWN",
        "(relu(X) >= 0)          | (X > 0)            | UNKNOWN",
        "(X*(Y > 0) > 0)         | (Y > 0)            | UNKNOWN",
        "(relu(X) - relu(Y) > 0) | (X > Y)            | UNKNOWN",
        "(relu(X) - k > 0)       | (X - k > 0)        | UNKNOWN",
        "(relu(X) + X > 0)       | (Y > 0)            | UNKNOWN",
        "(relu(X) - k > 0)       | (X < 0)            | UNKNOWN",
        "(relu(X) - Y > 0)       | (X < 0)            | UNKNOWN"})
    void masks(String one, String other, Equality.Verdict expected) {
        assertEquals(expected, verdict(one, other), one + " == " + other);
    }

    /** Expressions, and what becomes of them where one thing is changed, which is often not the same. */
    @Test
    void whatIsProvedIsSo() {
        SplittableRandom random = new SplittableRandom(3);
        int proved = 0;
        for (int trial = 0; trial < 600; trial++) {
            String one = expression(random);
            List<String> move = MOVES.get(random.nextInt(MOVES.size()));
            String other = one.replace(move.get(0), move.get(1));
            Model model;
            try {
                model = Programs.model(LEAVES, "u = " + one, "v = " + other, "0*u == 0*v");
            } catch (AssertionError unfit) {
                continue;
            }
            Node u = node(model, "u");
            Node v = node(model, "v");
            if (Equality.of(u, v, Programs.facts(model)) == Equality.Verdict.PROVED) {
                proved++;
                assertSame(model, u, v, one + " == " + other);
            }
        }
        assertTrue(proved > 60, "proved: " + proved);
    }

    private static String expression(SplittableRandom random) {
        String a = SHAPED.get(random.nextInt(SHAPED.size()));
        String b = SHAPED.get(random.nextInt(SHAPED.size()));
        return switch (random.nextInt(6)) {
            case 0 -> "sum((" + a + ")*(" + b + "), axis=(0, 1))";
            case 1 -> "sum(" + a + ", axis=0) + " + b;
            case 2 -> "(" + a + ") @ (" + b + ").T";
            case 3 -> "mean(g*(" + a + "), axis=(0, 2))*(" + b + ")";
            case 4 -> "sum(sum(" + a + ", axis=1)*(" + b + "), axis=2)";
            default -> "sum(" + a + ") + 2*sum(" + b + ")";
        };
    }

    private static Equality.Verdict verdict(String one, String other) {
        Model model = Programs.model(LEAVES, "u = " + one, "v = " + other);
        return Equality.of(node(model, "u"), node(model, "v"), Programs.facts(model));
    }

    private static Node node(Model model, String name) {
        return model.definitions().stream().filter(node -> name.equals(node.name())).findFirst().orElseThrow();
    }

    private static void assertSame(Model model, Node u, Node v, String said) {
        Map<Input, Tensor> point = new IdentityHashMap<>();
        SplittableRandom random = new SplittableRandom(11);
        model.leaves().forEach(leaf -> point.put(leaf.node(), Tensor.of(leaf.node().shape(), entry -> random.nextDouble(-2, 2))));
        Values values = Values.at(new Program(new ArrayList<>(List.of(u, v))), point);
        for (int entry = 0; entry < values.of(u).count(); entry++) {
            assertEquals(values.of(u).at(entry), values.of(v).at(entry), 1e-9 * Math.max(1, values.of(u).largest()), said);
        }
    }
}
