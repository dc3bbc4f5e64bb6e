package nabla.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Names with a capital letter are matrices here. */
class LatexFormulaTest {

    private static final Set<String> NAMES = Set.of("a", "b", "c", "x", "y", "z", "p", "h1", "v1", "w3", "L", "A", "B", "X", "Y", "P", "W1", "Z", "dZ",
            "y_hat", "xor.W1", "theta", "loss", "α", "σ2", "ŷ", "x_i", "w_out", "d1");

    @ParameterizedTest
    @CsvFileSource(resources = "latex.csv", delimiterString = " => ", numLinesToSkip = 1)
    void isWrittenAsInBooks(String text, String latex) {
        assertEquals(latex, LatexFormula.latex(Written.formula(text, NAMES), name -> Character.isUpperCase(name.charAt(name.indexOf('.') + 1))
                || name.equals("dZ")));
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "-0.5, -0.5", "1e-7, 10^{-7}", "-1e-7, -10^{-7}", "2.5e20, 2.5 \\cdot 10^{20}", "NaN, \\mathrm{NaN}", "-Infinity, -\\infty"})
    void numbersHavePowersOfTen(double value, String latex) {
        assertEquals(latex, LatexFormula.latex(value));
    }
}
