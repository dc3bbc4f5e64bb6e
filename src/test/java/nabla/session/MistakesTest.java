package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nabla.report.ClaimReport;
import nabla.report.Mistake;
import nabla.report.MistakeCode;
import nabla.report.Report;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import org.junit.jupiter.api.Test;

/** Where a report says which mistake was made. */
final class MistakesTest {

    private static final String BATCH = """
            P = softmax(X @ W)
            L = cross_entropy(P, Y)
            X in R(m, 3)
            W in R(3, 2)
            Y in onehot(m, 2)
            dP = -Y/P
            """;

    private static Report check(String text) {
        return new Session(Settings.DEFAULT).check(new SourceText("test", text));
    }

    @Test
    void aMissingMeanIsAMistakeWhereAParameterIsWrongToo() {
        assertEquals(List.of(MistakeCode.MEAN), check(BATCH + "dW = X.T @ (P - Y)").claims().get(0).mistake().codes());
    }

    @Test
    void aMissingMeanIsAConventionWhereTheParametersAreRight() {
        ClaimReport claim = check(BATCH + "dW = X.T @ (P - Y)/m").claims().get(0);
        assertEquals(Judgement.RIGHT, claim.judgement());
        assertEquals("the factor 1/m is left to the gradients of the parameters", claim.note());
    }

    @Test
    void oneNumberMayBeSeveralMistakes() {
        Mistake mistake = check("z = x*y + x\nx = 3\ny = 4\ndz/dx = 4").claims().get(0).mistake();
        assertTrue(mistake.possible().size() > 1 && mistake.possible().contains(MistakeCode.LOST_PATH), mistake::toString);
        assertTrue(mistake.codes().size() == 1 && !mistake.message().contains(" or "), mistake.message());
    }

    @Test
    void whatIsNoKnownMistakeHasNoName() {
        assertNull(check("z = x*y + x\nx, y in R\ndz/dx = y + 1.5").claims().get(0).mistake());
    }

    @Test
    void rightClaimsHaveNoMistake() {
        assertNull(check("z = x*y + x\nx, y in R\ndz/dx = y + 1").claims().get(0).mistake());
    }

    @Test
    void claimsAboutValuesHaveNoMistake() {
        assertNull(check("z = x^2\nx = 3\nz == 10").claims().get(0).mistake());
    }

    @Test
    void backwardLinesHaveMistakes() {
        Report report = check("""
                op Linear(X in R(m, k), W in R(k, n), b in R(1, n)) {
                  forward Z = X @ W + b
                  backward dX = dZ @ W.T
                  backward dW = dZ.T @ X
                  backward db = sum(dZ, axis=1)
                }
                op Act(Z in R(m, n)) {
                  forward A = tanh(Z)
                  backward dZ = dA * (1 - A)
                }
                """);
        List<String> first = report.rules().stream().map(rule -> rule.mistake() == null ? "" : rule.mistake().codes().get(0).toString()).toList();
        assertEquals(List.of("", "transpose", "bias-sum", "activation-at"), first);
    }
}
