package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.function.Supplier;
import nabla.limit.Cores;
import nabla.report.Report;
import nabla.source.SourceText;
import nabla.writer.Palette;
import nabla.writer.TextStyle;
import nabla.writer.TextWriter;
import org.junit.jupiter.api.Test;

/** A report does not depend on how many threads have worked for it. */
class ThreadsTest {

    /** So much that it is shared out, with kinks, a wrong claim, and entries that take all rungs. */
    private static final String TEXT = "X in R(32, 40)\nW in R(40, 30)\nV in R(30, 5)\nb = zeros(1, 30)\nh = relu(X @ W + b)\ny = tanh(h @ V)\n"
            + "L = sum(y^2)/2 + 1e-6*sum(abs(W))\ndV = h.T @ (y*(1 - y^2))\ndb = sum(h, axis=0)\n";

    private static String report() {
        Report report = new Session(Settings.DEFAULT).check(new SourceText("threads.grad", TEXT));
        StringWriter out = new StringWriter();
        try {
            new TextWriter(out, new TextStyle(Palette.PLAIN, TextStyle.Detail.VERBOSE, false, 100)).file(report);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private static String alone(Supplier<String> work) {
        int taken = Cores.take(Integer.MAX_VALUE);
        try {
            return work.get();
        } finally {
            Cores.give(taken);
        }
    }

    private static String withMore(int cores, Supplier<String> work) {
        Cores.give(cores);
        try {
            return work.get();
        } finally {
            Cores.take(cores);
        }
    }

    @Test
    void theReportIsTheSameToTheLastByte() {
        String one = alone(ThreadsTest::report);
        assertTrue(one.contains("W") && one.contains("agree") && one.contains("wrong"), one);
        assertEquals(one, report());
        assertEquals(one, withMore(3, ThreadsTest::report));
    }
}
