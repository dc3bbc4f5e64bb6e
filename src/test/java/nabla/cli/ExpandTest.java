package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    @Test
    void longOnesAreWrittenWhole() {
        Invocation run = Invocation.of("check", "--expand", "-e", "h = tanh(w*x + b); g = sigmoid(c*h + b); L = (h*g - y)^2",
                "--at", "w=1,x=2,y=0,b=1,c=3");
        String flat = run.out().replaceAll("\\s+", " ");
        String formula = flat.substring(flat.indexOf("= 2*") + 2, flat.indexOf(" dL/dx = "));
        assertTrue(formula.length() > 44 && !formula.contains("…"), run.out());
        Invocation claimed = Invocation.of("check", "-e", "h = tanh(w*x + b); g = sigmoid(c*h + b); L = (h*g - y)^2; dL/dw = " + formula,
                "--at", "w=1,x=2,y=0,b=1,c=3");
        assertTrue(claimed.out().contains("right: proved"), claimed.out());
    }

    @Test
    void jsonSaysOnWhichPartOfTheDomainAClaimHolds() throws IOException {
        Invocation run = Invocation.of("check", "--format", "json", "-e", "x in R; z = sqrt(x^2); dz/dx = x/x");
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(run.out())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    fields.put(parser.getParsingContext().pathAsPointer().toString(), parser.getText());
                }
            }
        }
        String claim = "/files/0/claims/0/";
        assertEquals("wrong", fields.get(claim + "verdict"));
        assertEquals("equal on part of the domain: where x > 0", fields.get(claim + "note"));
        assertTrue(Double.parseDouble(fields.get(claim + "witness/at/x/0/0")) < 0);
        assertEquals(1, Double.parseDouble(fields.get(claim + "witness/yours/0/0")));
        assertEquals(-1, Double.parseDouble(fields.get(claim + "witness/correct/0/0")));
    }
}
