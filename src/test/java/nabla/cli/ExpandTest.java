package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpandTest {

    @ParameterizedTest
    @CsvSource({"--expand, x*(sigmoid(w*x) - y)", "--no-color, x*(p - y)"})
    void formulasGoDownToTheInputsWhereAsked(String option, String formula) {
        Invocation run = Invocation.of("check", option, "-e", "z = w*x; p = sigmoid(z); L = -y*log(p) - (1 - y)*log(1 - p)",
                "--at", "w=1,x=2,y=0");
        assertTrue(run.out().contains("dL/dw = " + formula), run.out());
    }
}
