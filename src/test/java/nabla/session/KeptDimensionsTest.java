package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nabla.formula.TextFormula;
import nabla.report.Report;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sum over some axes keeps them with size 1: an answer that NumPy would give without them is the same answer. */
class KeptDimensionsTest {

    private static Report check(String text) {
        return new Session(Settings.DEFAULT).check(new SourceText("kept", text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "dL/dW = sum(permute(X, 0, 2, 1) @ R1, axis=0)     | RIGHT",
        "dL/db = sum(R1, axis=(0, 1))                      | RIGHT",
        "dL/db == sum(R1, axis=(0, 1))                     | RIGHT",
        "dL/dc = sum(R1, axis=(0, 1))                      | RIGHT",
        "dL/db = 2*sum(R1, axis=(0, 1))                    | WRONG",
        "dL/db = sum(R1, axis=0)                           | WRONG",
        "dL/dW = sum(R1, axis=1)                           | WRONG",
        "dL/db = sum(sum(R1, axis=0)[0], axis=0).T         | WRONG"})
    void claims(String claim, Judgement expected) {
        String text = "X in R(2, 3, 4)\nW in R(4, 5)\nb in R(1, 5)\nc in R(5, 1)\nconst R1 in R(2, 3, 5)\nL = sum((X @ W + b + c.T)*R1)\n";
        assertEquals(expected, check(text + claim).claims().get(0).judgement(), claim);
    }

    @Test
    void backwardLines() {
        Report report = check("""
                op Shift(x in R(n, c, h, w), b in R(1, c)) {
                  forward y = x + reshape(b, 1, c, 1, 1)
                  backward dx = dy
                  backward db = sum(dy, axis=(0, 2, 3))
                }
                x in R(2, 3, 2, 2)
                b in R(1, 3)
                L = sum(Shift(x, b)^2)
                """);
        assertEquals(List.of(), report.diagnostics());
        assertEquals(List.of("agree", "agree"), report.rules().stream().map(rule -> rule.verdict().word()).toList());
    }

    /** The right answer speaks of sizes as the operation does, also where it lays entries out anew. */
    @Test
    void theRightAnswerIsWrittenWithTheNamesOfSizes() {
        Report report = check("""
                op Flat(x in R(n, c, h, w)) {
                  forward y = reshape(x, n, c*h*w)
                  backward dx = dy
                }
                op Shift(x in R(n, c, h, w), b in R(1, c)) {
                  forward y = x + reshape(b, 1, c, 1, 1)
                  backward dx = dy
                  backward db = 2*sum(dy, axis=(0, 2, 3))
                }
                x = 1
                L = x^2
                """);
        assertEquals("reshape(dy, n, c, h, w)", TextFormula.text(report.rules().get(0).sides().expected()));
        assertEquals("reshape(sum(dy, axis=(0, 2, 3)), 1, c)", TextFormula.text(report.rules().get(2).sides().expected()));
    }
}
