package nabla.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nabla.cli.Invocation;
import nabla.limit.Soon;
import org.junit.jupiter.api.Test;

/** What is deep or has many paths is worked out soon, and the answer stays short. */
class DeepDerivationTest {

    private static final int MOST_LINES = 80;
    private static final int WIDEST = 160;

    private static Invocation derive(String begin, int count, IntFunction<String> line) {
        String text = begin + "\n" + IntStream.rangeClosed(1, count).mapToObj(line).collect(Collectors.joining("\n"));
        Invocation run = Soon.done(() -> Invocation.with(text, "derive", "-", "--wrt", "h0"));
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().lines().count() < MOST_LINES, run.out());
        assertTrue(run.out().lines().allMatch(shown -> shown.length() < WIDEST), run.out());
        return run;
    }

    @Test
    void aChainOfAThousandUnits() {
        String out = derive("h0 = 0.5", 1000, i -> "h" + i + " = tanh(1.01*h" + (i - 1) + ")").out();
        assertTrue(out.contains("∂h1000/∂h999 · ∂h999/∂h998"), out);
        assertTrue(out.contains("… 981 more"), out);
    }

    @Test
    void fortyDoublings() {
        assertTrue(derive("h0 = 0.5", 40, i -> "h" + i + " = h" + (i - 1) + " + h" + (i - 1)).out().contains("= 1099511627776"));
    }

    @Test
    void moreThanATrillionPaths() {
        IntFunction<String> stage = i -> "a" + i + " = sin(h" + (i - 1) + ")\nb" + i + " = cos(h" + (i - 1) + ")\nh" + i + " = a" + i + "*b" + i;
        String out = derive("h0 = 0.5", 40, stage).out();
        assertTrue(out.contains("dh40/da39 = dh40/dh39*b39"), out);
    }

    @Test
    void aProductOfFortyFactors() {
        String factors = IntStream.range(0, 40).mapToObj(i -> "h" + i).collect(Collectors.joining("*"));
        Invocation run = Invocation.of("derive", factors, "--wrt", "h0");
        assertTrue(run.out().lines().count() < MOST_LINES, run.out());
        assertTrue(run.out().lines().allMatch(line -> line.length() < WIDEST), run.out());
    }
}
