package nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nabla.model.Claim;
import nabla.model.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Claims that canonical forms settle, and false ones that they must not. */
class EqualityTest {

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "/simplify/claims.txt", delimiter = '|', quoteCharacter = '$')
    void provesWhatIsTrue(String program, String text, Equality.Verdict verdict) {
        Model model = Programs.model(program, text);
        Claim claim = model.claims().get(0);
        assertEquals(verdict, Equality.of(claim.truth(), claim.answer(), Programs.facts(model)));
    }
}
