package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code check -e} takes an expression as {@code derive} does: it gets a name. */
class ExpressionAloneTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sin(x)|df/dx = cos(x)", "x^2 + f|dz/dx = 2*x", "-x*y|df/dy = -x"})
    void isGivenAName(String expression, String derivative) {
        Invocation run = Invocation.of("check", "-e", expression);
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains(derivative), run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"x*sin|sin is a function", "x +|a value is missing"})
    void whatIsWrongIsStillTold(String expression, String message) {
        Invocation run = Invocation.of("check", "-e", expression);
        assertEquals(2, run.exit(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }
}
