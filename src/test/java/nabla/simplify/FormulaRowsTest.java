package nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nabla.graph.Node;
import nabla.model.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a learner gets to see: rows of program, expression, formula. */
class FormulaRowsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = {"/simplify/formulas.txt", "/simplify/rules.txt"}, delimiter = '|', quoteCharacter = '$')
    void isWrittenAsInTheTextbook(String program, String expression, String expected) {
        Model model = Programs.model(program, expression + " == " + expression);
        Node simplified = new Simplifier(Programs.facts(model)).simplify(model.claims().get(0).truth());
        assertEquals(expected, Programs.text(simplified));
    }
}
