package nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nabla.graph.Node;
import nabla.translate.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a learner gets to see: rows of program, derivative, formula. */
class FormulaRowsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/simplify/formulas.txt", delimiter = '|', quoteCharacter = '$')
    void isWrittenAsInTheTextbook(String program, String derivative, String expected) {
        Model model = Programs.model(program, derivative + " = 0");
        Node derived = model.claims().get(0).truth();
        Node simplified = new Simplifier(model.distributions()).simplify(derived);
        assertEquals(expected, Programs.text(simplified));
    }
}
