package nabla.writer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;

/** A backward rule written by hand is shown as a formula where it is short, and called by its name where it is not: never cut off in the middle. */
class WrittenRulesTest {

    private static final int WIDTH = 100;

    @Test
    void aLongRuleIsCalledByItsNameInTheTrace() throws IOException {
        String trace = trace(Files.readString(Path.of("examples", "tensors", "attention.grad")));
        assertTrue(trace.contains("rule of Attention, dQ"), trace);
        assertFalse(trace.lines().anyMatch(line -> line.contains("+=") && line.contains("…)")), trace);
    }

    @Test
    void aRuleThatFitsStaysAFormulaAndOneArgumentNeedsNoName() throws IOException {
        String op = "op Cube(A in R(2, 2)) {\n  forward B = A^3\n  backward dA = %s\n}\nX in R(2, 2)\nL = sum(Cube(X))\n";
        assertTrue(trace(op.formatted("3*A^2*dB")).contains("3*X^2*∂L/∂v1"), trace(op.formatted("3*A^2*dB")));
        String sines = "dB*(sin(A + 1) + sin(A + 2) + sin(A + 3) + sin(A + 4) + sin(A + 5) + sin(A + 6))";
        assertTrue(trace(op.formatted(sines)).contains("rule of Cube ="), trace(op.formatted(sines)));
    }

    private static String trace(String text) throws IOException {
        StringWriter out = new StringWriter();
        Trace.to(out, WIDTH).write(new Session(Settings.DEFAULT).check(new SourceText("a.grad", text)));
        return out.toString();
    }
}
