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

    /** z is max(x, y) + |x| at (0, 0): its gradients close by are (2, 0), (0, 0), (1, 1) and (-1, 1), and whatever lies between them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "dz/dx + dz/dy == 1           | RIGHT",
        "dz/dx + dz/dy == 2           | RIGHT",
        "dz/dx + dz/dy == 0           | RIGHT",
        "dz/dx + dz/dy == -1          | WRONG",
        "dz/dx + dz/dy == 3           | WRONG",
        "dz/dx == 3*dz/dy             | RIGHT",
        "dz/dx = 3*dz/dy              | WRONG",
        "dz/dy - dz/dx == 2           | RIGHT",
        "dz/dy - dz/dx == 2.5         | WRONG",
        "[dz/dx, dz/dy] == [1.5, 0.5] | RIGHT",
        "[dz/dx, dz/dy] == [1.5, 0.75] | WRONG",
        "[dz/dx, dz/dy] == [-0.5, 0.5] | RIGHT",
        "dz/dx^2 == 4                 | RIGHT",
        "dz/dx^2 == 5                 | UNRESOLVED",
        "dz/dx*dz/dy == 1             | RIGHT",
        "dz/dx*dz/dy == 0.5           | UNRESOLVED",
        "dz/dx*x + dz/dy*y == z       | RIGHT",
        "dz/dx*x + dz/dy*y == z + 1   | WRONG"})
    void ofSeveralDerivatives(String claim, Judgement expected) {
        assertEquals(expected, judged("x = 0\ny = 0\nz = max(x, y) + abs(x)\n" + claim).judgement(), claim);
    }

    /** Straight through 0 in both, with slope 1: backprop says 0 of either. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "dz/dx + dz/dy == 2  | RIGHT",
        "dz/dx + dz/dy == 0  | WRONG",
        "dz/dx == dz/dy      | RIGHT",
        "dz/dx = dz/dy       | RIGHT",
        "dz/dx == 2*dz/dy    | WRONG",
        "dz/dx*dz/dy == 1    | RIGHT",
        "dz/dx*dz/dy == 0    | WRONG",
        "dz/dx == dz/da*da/dx + dz/db*db/dx | RIGHT",
        "dz/dx - 1 == dz/da*da/dx + dz/db*db/dx | WRONG",
        "exp(dz/dx) == exp(1)   | RIGHT"})
    void ofSeveralWhereBackpropIsWrong(String claim, Judgement expected) {
        assertEquals(expected, judged("x = 0\ny = 0\na = relu(x)\nb = -relu(-x)\nz = a + b + relu(y) - relu(-y)\n" + claim).judgement(), claim);
    }

    /** At the hole of x²/√(x²) and its like backprop has no number; the functions have slopes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "dz/dx + dz/dy == 3      | RIGHT",
        "dz/dx + dz/dy == 4      | WRONG",
        "dz/dy == 2*dz/dx        | RIGHT",
        "dz/dy == 3*dz/dx        | WRONG"})
    void ofSeveralAtAHole(String claim, Judgement expected) {
        assertEquals(expected, judged("x = 0\ny = 0\nr = sqrt(x^2 + y^2)\nz = r^3 + x + 2*y\n" + claim).judgement(), claim);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sum(ds/du) == 1          | RIGHT",
        "sum(ds/du) == 2          | WRONG",
        "ds/du[0] == ds/du[1]     | RIGHT",
        "2*ds/du[0] == ds/du[1]   | RIGHT",
        "ds/du[0] == ds/du[1] + 2 | WRONG",
        "ds/du[2] + ds/du[0] == 2 | WRONG",
        "sum(ds/du) == sum(dt/du)/2 | RIGHT"})
    void ofTies(String claim, Judgement expected) {
        assertEquals(expected, judged("u = [1, 1, 0]\ns = max(u)\nt = 2*s\n" + claim).judgement(), claim);
    }

    /** The tip of a cone: gradients close by are those of length 1, and right is what lies between them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0.6*dz/dx + 0.8*dz/dy == 0.9 | RIGHT",
        "0.6*dz/dx + 0.8*dz/dy == 1   | UNRESOLVED",
        "0.6*dz/dx + 0.8*dz/dy == 1.2 | WRONG",
        "dz/dx == dz/dy               | RIGHT",
        "dz/dx - dz/dy == -1.6        | WRONG"})
    void atTheTipOfACone(String claim, Judgement expected) {
        assertEquals(expected, judged("x = 0\ny = 0\nz = norm([x; y])\n" + claim).judgement(), claim);
    }

    /** Corners of many entries, which no random direction leads to. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sum(dz/dx) == 14            | RIGHT",
        "sum(dz/dx) == -14           | RIGHT",
        "sum(dz/dx) == 14.5          | WRONG",
        "sum(dz/dx) - dz/dx[3] == 13 | RIGHT",
        "sum(dz/dx*[1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1].T) == 14 | RIGHT",
        "sum(dz/dx*[1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1].T) == 15 | WRONG",
        "sum(dm/dx) == 1             | RIGHT",
        "dm/dx[5] == 1 - dm/dx[6]    | RIGHT",
        "dm/dx[5] + dm/dx[6] == 1.5  | WRONG"})
    void ofManyEntries(String claim, Judgement expected) {
        assertEquals(expected, judged("x = zeros(14, 1)\nz = sum(abs(x))\nm = max(x)\nw = z + m\n" + claim).judgement(), claim);
    }

    private static ClaimReport judged(String text) {
        Report report = new Session(Settings.DEFAULT).check(new SourceText("kink", text));
        assertEquals(List.of(), report.diagnostics());
        return report.claims().get(0);
    }
}
