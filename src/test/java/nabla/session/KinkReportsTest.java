package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.report.Report.Status;
import nabla.source.SourceText;
import nabla.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of gradients and claims at kinks, ties and holes. */
class KinkReportsTest {

    private static Report check(String text) {
        return new Session(Settings.DEFAULT).check(new SourceText("kinks", text.replace(" ⏎ ", "\n")));
    }

    private static String verdict(Report report, String node) {
        NodeReport found = report.nodes().stream().filter(each -> each.name().equals(node)).findFirst().orElseThrow();
        return found.verdict().toString();
    }

    /** By name the node, and a part of its verdict. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x = [0; 0] ⏎ z = norm(x)^2                                          | x | backprop gives NaN, since the derivative of norm(x) by x[0, 0] at 0 is NaN; the function's derivative here is 0
            x = [0; 0] ⏎ z = exp(-norm(x)^2) + sum(x)                           | x | the function's derivative here is 1
            t = 0 ⏎ z = sum([4, 2, 3]*t^[0, 1, 2])                              | t | the function's derivative here is 2
            x = 0 ⏎ z = sqrt(x^2)                                               | x | the function's slopes here are -1 and 1
            x = 10 ⏎ z = acos(clip(x, -1, 1))                                   | x | the function's derivative here is 0
            x = 0 ⏎ z = relu(x) - relu(-x)                                      | x | relu'(0) = 0 does not add up to the function's slope
            x = 1 ⏎ y = 1 ⏎ z = max(x, y) + log1p(exp(-abs(x - y)))             | y | max at a tie and abs'(0) = 0 do not add up to the function's slope
            B = [1, 2, 3; 7, 5, 7; 0, 1, 2] ⏎ z = sum(max(B, axis=1)*[1; 2; 3]) | B | max at a tie in entry [1, 2]
            B = [4, 2; 1, 5; 4, 0] ⏎ z = sum(max(B, axis=0)*[1, 2])             | B | max at a tie in entry [2, 0]
            x = 0 ⏎ z = step(x)                                                 | x | jumps
            """)
    void theGradientSaysWhatTheFunctionDoes(String text, String node, String said) {
        String verdict = verdict(check(text), node);
        assertTrue(verdict.contains(said), verdict);
    }

    /** The point lies on a tie that decides nothing, and near a kink: what is beyond that kink is no neighbourhood, and excuses no wrong rule. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            y = max(a, 0)         | 0*a*dy       | x = 2.2034789260457894e-8 ⏎ z = max([1; 1]*tanh(3e6*f(x)))
            y = relu(a)           | 0*dy         | x = 3e-8 ⏎ z = max([1; 1]*sin(1e5*f(x)))
            y = relu(a)           | dy*(a > 1)   | x = 1e-6 ⏎ u = f(x) ⏎ z = min([u; u])
            y = abs(a)            | 0.3*dy       | x = -1e-7 ⏎ u = f(x) ⏎ z = max(u, u)
            y = clip(a, -1, 1)    | 0*dy         | x = 0.9999999 ⏎ u = f(x) ⏎ z = max([2*u, 2*u])
            """)
    void aTieElsewhereExcusesNoRuleNearAKink(String forward, String backward, String use) {
        Report report = check("op f(a in R) {\n forward " + forward + "\n backward da = " + backward + "\n}\n" + use);
        assertTrue(verdict(report, "x").startsWith("Disagree"), verdict(report, "x"));
        assertEquals(Status.WRONG, report.status());
    }

    /** The same with the right rule. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x = 2.2034789260457894e-8 ⏎ z = max([1; 1]*tanh(3e6*max(x, 0)))
            x = -1e-7 ⏎ u = abs(x) ⏎ z = max(u, u)
            x = 0.9999999 ⏎ u = clip(x, -1, 1) ⏎ z = max([2*u, 2*u])
            """)
    void norAccusesARightOne(String text) {
        Report report = check(text);
        assertTrue(verdict(report, "x").startsWith("Agree"), verdict(report, "x"));
    }

    /** A rule that gives the whole gradient to every winner: each entry lies between the slopes, together they do not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            z = max(X) | dz*(X >= z) | X = [1; 1] ⏎ L = f(X) | X
            z = max(X) | dz*(X >= z) | Y = [2; 0; 2] ⏎ L = f(3*Y) | Y
            z = min(X) | dz*(X <= z) | X = [1; 4; 1] ⏎ L = f(X) | X
            z = max(X) | 0*dz*X      | X = [1; 4; 4] ⏎ L = f(X) | X
            """)
    void aRuleHasToFitTogetherAtATie(String forward, String backward, String use, String node) {
        Report report = check("op f(X in R(n, 1)) {\n forward " + forward + "\n backward dX = " + backward + "\n}\n" + use);
        assertTrue(verdict(report, node).startsWith("Disagree"), verdict(report, node));
        assertEquals(Status.WRONG, report.status());
        assertTrue(report.rules().get(0).verdict() instanceof Verdict.Disagreement, report.rules().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X = [1; 1] ⏎ z = max(X)
            X = [3, 3; 3, 1] ⏎ z = sum(max(X, axis=1)) + min(X)
            x = 0 ⏎ y = 0 ⏎ z = abs(x) - abs(y) + max(x, y)
            x = [-200, -66.7, 0] ⏎ L = sum(1/(1 + exp(-x))) ⏎ dL/dx = sigmoid(x)*(1 - sigmoid(x))
            q = -300 ⏎ L = 1/(1 + exp(-q)) + 0.5 ⏎ dL/dq = sigmoid(q)*(1 - sigmoid(q))
            """)
    void whatIsRightIsVerified(String text) {
        assertEquals(Status.VERIFIED, check(text).status(), () -> check(text).nodes().toString());
    }

    /** The note on the last claim. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X = [1; 1] ⏎ z = max(X) ⏎ dz/dX = [1; 0]                | max has no derivative at this point; any slope between those on its two sides is right
            X = [1; 1] ⏎ z = max(X) ⏎ dz/dX = [1; 1]                | a kink: right is what lies between the gradients close by
            x = 0 ⏎ z = abs(x) ⏎ dz/dx = 2                          | a kink: right is what lies between the slopes -1 and 1
            x = 0 ⏎ z = relu(x) - relu(-x) ⏎ dz/dx = 0              | backprop gives 0; the function's derivative here is 1
            x = [0; 0] ⏎ z = norm(x)^2 ⏎ dz/dx = [1; 1]             | backprop gives NaN; the function's derivative here is 0
            A = [1, 2; 3, 4] ⏎ z = logdet(A) ⏎ dz/dA = inv(A).T     | there is no value here, and no derivative
            x = 0 ⏎ z = where(x >= 0, x + 1, x) ⏎ dz/dx = 0         | there is no derivative here: the value jumps here
            b = 0 ⏎ z = b^0.5 ⏎ dz/db = 1                           | there is no derivative here: the slope grows without end here
            A = [1, 2; 2, 4] ⏎ z = det(A) ⏎ dz/dA = 2*A             | the expected formula has no value here; its limit is meant
            A = zeros(3, 3) ⏎ z = det(A) ⏎ dz/dA = ones(3, 3)       | the expected formula has no value here; its limit is meant
            """)
    void theClaimSaysWhy(String text, String note) {
        Report report = check(text);
        String said = report.claims().get(report.claims().size() - 1).note();
        assertTrue(said != null && said.contains(note), said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]] ⏎ z = sum(A^2)       | 2×2×2
            A = [[[1], [2]], [[3], [4]], [[5], [6]]] ⏎ z = sum(A^2)       | 3×2×1
            x = 1 ⏎ A = [[[x, 2]], [[3, x]]]^2 ⏎ z = sum(A^2)             | 2×1×2
            """)
    void aLiteralOfThreeDimensionsIsATensor(String text, String shape) {
        Report report = check(text);
        assertEquals(Status.VERIFIED, report.status());
        NodeReport found = report.nodes().stream().filter(each -> each.name().equals("A")).findFirst().orElseThrow();
        assertEquals(shape, found.shape().toString());
    }

    @Test
    void noMistakeIsNamedForAKinkAlone() {
        assertEquals(null, check("X = [1; 1; 0]\nz = max(X)\ndz/dX = [1; 1; 0]").claims().get(0).mistake());
        assertEquals(null, check("x = 0\nz = relu(x) - relu(-x)\ndz/dx = 0").claims().get(0).mistake());
    }

    /** The function's derivative may be beyond the range of a double, as backprop's is. */
    @Test
    void aDerivativeMayBeBeyondAllNumbers() {
        Report report = check("""
                x in R(n)
                w in R(n)
                b in R
                const y = 1
                z = dot(w, x) + b
                p = log2(z)
                L = -y*log(p) - (1e308 - y)*log(1 - p)
                dL/dp = -y/p + (1.7976931348623157e308 - y)/(1 - p)
                """);
        assertTrue(verdict(report, "b").contains("Infinity"), verdict(report, "b"));
    }
}
