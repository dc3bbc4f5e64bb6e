package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import nabla.graph.Trait;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.report.Report;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of a function is used in proofs, of whichever function it is. */
class TraitProofsTest {

    static Stream<String> claims() {
        return Functions.all().stream().filter(function -> function.parameters().size() == 1 && function.op() != null && function.op().elementwise())
                .flatMap(TraitProofsTest::claims);
    }

    private static Stream<String> claims(Function function) {
        String f = function.name();
        return Stream.of(
                function.is(Trait.ODD) ? f + "(-x) == -" + f + "(x)" : null,
                function.is(Trait.EVEN) ? f + "(-x) == " + f + "(x)" : null,
                function.is(Trait.NONNEGATIVE) ? "abs(" + f + "(x)) == " + f + "(x)" : null,
                function.is(Trait.TOTAL) ? "(" + f + "(x) >= 0) == 1 - (" + f + "(x) < 0)" : null).filter(claim -> claim != null);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void isProved(String claim) {
        Report report = new Session(Settings.DEFAULT).check(new SourceText("test", "x in R from " + (claim.contains("acosh") ? "1.1 to 1.9" : "0.1 to 0.9")
                + "\nz = x^2\n" + claim));
        assertEquals(List.of(), report.diagnostics());
        assertEquals(Judgement.RIGHT, report.claims().get(0).judgement());
        assertEquals("proved", report.claims().get(0).proof(), claim);
    }

    /** gelu is somewhere negative, and log not everywhere defined. */
    @Test
    void isNotProvedOfOthers() {
        Report report = new Session(Settings.DEFAULT).check(new SourceText("test",
                "x in R\nz = x^2\nabs(gelu(x)) == gelu(x)\n(log(x) >= 0) == 1 - (log(x) < 0)\ngelu(-x) == -gelu(x)"));
        assertTrue(report.claims().stream().allMatch(claim -> claim.judgement() == Judgement.WRONG));
    }

    @Test
    void signsComeOutOfOddFunctions() {
        Report report = new Session(Settings.DEFAULT).check(new SourceText("test", "x in R\nz = softsign(-x)*tanh(-x)\nz == softsign(x)*tanh(x)"));
        assertEquals("proved", report.claims().get(0).proof());
    }
}
