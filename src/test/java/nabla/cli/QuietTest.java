package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code -q} and {@code -v} say less and more, and what they say is what matters. */
class QuietTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            y = log(x); x = -1                    | dy/dx = 1/x = -1   backprop -1   undefined: y is NaN
            y = sum(sqrt(x)); x = [-4, 4]         | in entry [0, 0]: sqrt(x)
            z = y^2; y = log(x) + w; x = -1; w = 2 | dz/dw
            """)
    void whatIsUnresolvedIsSaidToTheQuietToo(String equations, String said) {
        String[] parts = equations.split("; ");
        String[] arguments = new String[2 + 2 * parts.length];
        arguments[0] = "check";
        arguments[1] = "-q";
        for (int k = 0; k < parts.length; k++) {
            arguments[2 + 2 * k] = "-e";
            arguments[3 + 2 * k] = parts[k].strip();
        }
        Invocation run = Invocation.of(arguments);
        assertEquals(4, run.exit(), run::out);
        assertTrue(run.out().contains(said), run::out);
        assertFalse(run.out().contains("contributions"), run::out);
    }

    @Test
    void whatIsVerifiedIsNotSaidToTheQuiet() {
        Invocation run = Invocation.of("check", "-q", "-e", "z = x*y", "--at", "x=1,y=2");
        assertEquals(0, run.exit());
        assertFalse(run.out().contains("dz/dx"), run::out);
    }

    @Test
    void derivesTheResultAlone() {
        assertEquals("df/dx = 2*x*sin(y)\ndf/dy = x^2*cos(y)\n", Invocation.of("derive", "-q", "x^2*sin(y)", "--wrt", "x,y").out());
        assertEquals(2, Invocation.of("derive", "-q", "--latex", "x^2", "--wrt", "x").exit());
    }

    @Test
    void trainsWithLessAndWithMoreWords(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("line.grad"), "const X = [1; 2; 3]\nconst Y = [2; 4; 6]\nmlp line {\ninput X\n"
                + "dense 1 linear init zeros\nloss mse(Y)\n}\ntrain line { rate 0.05 steps 20 }\n");
        String usual = Invocation.of("train", file.toString()).out();
        String quiet = Invocation.of("train", "-q", file.toString()).out();
        String verbose = Invocation.of("train", "-v", file.toString()).out();
        assertTrue(quiet.contains("loss 18.6667 -> ") && quiet.lines().count() == 2, quiet);
        assertTrue(usual.lines().count() > quiet.lines().count() && !usual.contains("dline.loss/dline.W1"), usual);
        assertTrue(verbose.contains("dline.loss/dline.W1") && verbose.contains(usual), verbose);
        assertEquals(2, Invocation.of("train", "-q", "-v", file.toString()).exit());
    }
}
