package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nabla.report.MistakeCode;
import nabla.report.RuleReport;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backward line that has no finite value where there is a derivative is wrong, and no matter of conventions. */
class InfiniteRulesTest {

    private static RuleReport rule(String text) {
        return new Session(Settings.DEFAULT).check(new SourceText("infinite", text + "\nx = 1\nL = x^2\n")).rules().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "op F(x in R(N, D)) {\n  forward y = max(x, 0)\n  backward dx = dy/(x > 0)\n}",
        "op F(x in R(N, D)) {\n  forward y = relu(x)\n  backward dx = dy*log(x > 0)\n}",
        "op F(x in R(N, D), g in R(N, D)) {\n  forward y = x*(g > 0)\n  backward dx = dy/(g > 0)\n}",
        "op F(x in R(N, D)) {\n  forward y = x^2\n  backward dx = 2*x*dy/(x - x)\n}"})
    void divisionByNothingIsWrong(String operation) {
        assertTrue(rule(operation).verdict().isWrong(), () -> rule(operation).verdict().toString());
    }

    /** The entries that are not finite have to be where the mistake puts them. */
    @Test
    void divisionByAMaskIsNamed() {
        String mask = "op F(x in R(N, D), kept in R(N, D) from 0 to 1) {\n  forward mask = (kept < 0.6)/0.6\n  forward y = x*mask\n  backward dx = ";
        assertEquals(MistakeCode.POWER_RULE, rule(mask + "dy/mask\n}").mistake().codes().get(0));
        assertNull(rule(mask + "dy/(1 - mask*0.6)\n}").mistake());
    }
}
