package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import nabla.report.ClaimReport;
import nabla.report.Report;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Claims that hold on part of the domain: which part, and a point outside it where the two sides differ or one has no value. */
class PartOfDomainTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/nabla/session/part-of-domain.txt", delimiter = '|', quoteCharacter = '$')
    void saysWhereAClaimHolds(String program, String text, String note) {
        Report report = new Session(Settings.DEFAULT).check(new SourceText("row", program + "\n" + text));
        ClaimReport claim = report.claims().get(0);
        assertEquals(note, claim.note());
        assertEquals(note == null ? Judgement.RIGHT : Judgement.WRONG, claim.judgement());
        if (note != null) {
            assertNotEquals(claim.witness().correct(), claim.witness().yours());
        }
    }
}
