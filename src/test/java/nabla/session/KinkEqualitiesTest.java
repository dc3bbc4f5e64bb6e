package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nabla.report.ClaimReport;
import nabla.report.Report;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An equality about a derivative at a kink is judged by what the function does there, whatever the derivative is multiplied by or added to. */
class KinkEqualitiesTest {

    private static final String KINK = "z = relu(x)\nx = 0\n";
    private static final String STRAIGHT = "z = relu(x) - relu(-x)\nx = 0\n";
    private static final String MATRIX = "L = sum(relu(X))\nX = [0, 1; -1, 0]\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2*dz/dx == 2             | RIGHT",
        "2*dz/dx == 1             | RIGHT",
        "dz/dx*2 - 1 == -1        | RIGHT",
        "1 == 3*dz/dx             | RIGHT",
        "-dz/dx == -1             | RIGHT",
        "1 - dz/dx == 0.5         | RIGHT",
        "(1 + dz/dx)/2 == 1       | RIGHT",
        "2*dx == 2                | RIGHT",
        "2*dz/dx == 6             | WRONG",
        "2*dz/dx == -1            | WRONG",
        "-dz/dx == 1              | WRONG",
        "1 - dz/dx == 2           | WRONG",
        "0*dz/dx == 0             | RIGHT",
        "0*dz/dx == 1             | WRONG"})
    void betweenTheSlopes(String claim, Judgement expected) {
        assertEquals(expected, judged(KINK + claim).judgement(), claim);
    }

    /** Backprop's number is none of the function's derivatives here: relu'(0) = 0 is taken twice. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2*dz/dx == 2 | RIGHT", "2*dz/dx == 0 | WRONG", "dz/dx + 1 == 2 | RIGHT", "dz/dx + 1 == 1 | WRONG"})
    void notByBackprop(String claim, Judgement expected) {
        assertEquals(expected, judged(STRAIGHT + claim).judgement(), claim);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2*dL/dX == [1, 2; 0, 2]      | RIGHT",
        "2*dL/dX == [1, 1; 0, 2]      | WRONG",
        "2*dL/dX == [3, 2; 0, 0]      | WRONG",
        "dL/dX.T == [0.5, 0; 1, 1]    | RIGHT",
        "dL/dX - X == [0.5, 0; 1, 1]  | RIGHT",
        "dL/dX - X == [0.5, 0; 1, 2]  | WRONG"})
    void ofMatrices(String claim, Judgement expected) {
        assertEquals(expected, judged(MATRIX + claim).judgement(), claim);
    }

    private static ClaimReport judged(String text) {
        Report report = new Session(Settings.DEFAULT).check(new SourceText("kink", text));
        assertEquals(List.of(), report.diagnostics());
        return report.claims().get(0);
    }
}
