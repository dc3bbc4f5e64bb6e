package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nabla.report.ClaimReport;
import nabla.report.Report;
import nabla.report.RuleReport;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hint is offered only where it fits the left side, and a message shows what is written. */
class FittingHintsTest {

    private static final String CLASSES = "U in R(5, 3); v in R(3, 1); const y = [0; 0; 1; 0; 0]; p = softmax(U @ v); J = -sum(y*log(p)); ";

    private static Report check(String text) {
        return new Session(Settings.DEFAULT).check(new SourceText("test", text));
    }

    private static ClaimReport claim(String text) {
        return check(text).claims().get(0);
    }

    @ParameterizedTest
    @CsvSource({"dY @ X.T", "X.T @ dY", "dY @ X", "W @ X.T"})
    void whatFitsItsNeighboursOnlyIsNotOffered(String rule) {
        RuleReport report = check("op Mat(X in R(N, D), W in R(D, M)) { ; forward Y = X @ W; backward dX = " + rule + "; }").rules().get(0);
        assertNull(report.hint(), report::toString);
    }

    @Test
    void whatFitsTheLeftSideIsOffered() {
        ClaimReport report = claim("X in R(4, 3); W in R(3, 2); L = sum((X @ W)^2); dL/dW = 2*X @ X @ W");
        assertTrue(report.mistake() != null || report.hint() != null, report::toString);
        String said = report.hint() + " " + (report.mistake() == null ? "" : report.mistake().message());
        assertFalse(said.contains("X * X"), said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"dJ/dv = U @ (p - y)|U @ (p - y) needs 3 = 5", "dJ/dU = (p - y) @ v|(p - y) @ v needs 1 = 3",
        "dJ/dv = (U + 1) @ (p - y)|(U + 1) @ (p - y) needs 3 = 5"})
    void theMessageKeepsTheBrackets(String claim, String end) {
        String note = claim(CLASSES + claim).note();
        assertTrue(note.endsWith(end), note);
    }

    /** Somebody who meant a claim is not told that it is one. */
    @ParameterizedTest
    @CsvSource({"dW = X.T @ X @ W", "dW = 3*X.T @ X @ W", "dW = 2*X.T @ X @ W + 1"})
    void aWrongClaimIsKnownForOne(String claim) {
        assertNull(claim("X in R(4, 3); W in R(3, 2); L = sum((X @ W)^2); " + claim).hint());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"t = 0; dt = 0.1; x0 = 1; x1 = x0 + 3*t", "x0 = 1; W = [1, 2; 3, 4]; dW = [1, 2, 3]; L = sum(W)*x0"})
    void whatIsNoGradientMayBeADefinition(String text) {
        assertNotNull(claim(text).hint());
        assertTrue(claim(text).hint().contains("is a claim about the gradient"), claim(text)::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[[[1, 2], [3, 4]], [[5, 6], [7]]]|1:24|row 1 of the matrix has 1 column",
        "[[[1, 2]], [3, 4]]|1:16|a part of 1 dimension beside one of 2", "[[[1, 2]], [[3, 4], [5, 6]]]|1:16|part 1 of the literal is 2×2"})
    void partsOfALiteralOfThreeDimensionsAreAlike(String literal, String place, String problem) {
        Report report = check("A = " + literal + "\nL = sum(A)");
        assertTrue(report.diagnostics().get(0).message().startsWith(problem), report::toString);
        assertEquals(place, report.diagnostics().get(0).span().line() + ":" + report.diagnostics().get(0).span().column());
    }

    @Test
    void aMatrixInBracketsIsAMatrix() {
        assertEquals(Report.Status.VERIFIED, check("A = [[[1, 2], [3, 4]]]\nL = sum(A)").status());
    }
}
