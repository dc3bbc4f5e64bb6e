package nabla.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import nabla.export.Schemas;
import nabla.report.ClaimReport;
import nabla.report.Report;
import nabla.report.Report.Status;
import nabla.verdict.Judgement;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** What GitLab and Jenkins read. */
class JUnitWriterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC);

    private static String xml(boolean strict, Report... reports) {
        return Golden.written(out -> new JUnitWriter(out, strict, CLOCK), reports);
    }

    private static Report claims(String file, List<ClaimReport> claims) {
        return Samples.of(file, Status.WRONG, new Report.Graph("z", null, null, List.of(), List.of(), 0), claims);
    }

    private static ClaimReport wrong(String text) {
        return ClaimReport.noted(1, text, Judgement.WRONG, null);
    }

    @Test
    void isTheDocument() throws IOException, SAXException {
        String xml = xml(false, Samples.practice(), Samples.wrong(), Samples.unreadable(), Samples.refused());
        Golden.expect("junit.xml", xml);
        Schemas.validate(xml);
    }

    @Test
    void strictMakesTheUnresolvedFail() throws IOException, SAXException {
        Report open = claims("a.grad", List.of(ClaimReport.noted(1, "dz/dx = 1", Judgement.UNRESOLVED, "why")));
        assertTrue(xml(false, open).contains("failures=\"0\" errors=\"0\" skipped=\"1\""), xml(false, open));
        assertTrue(xml(true, open).contains("failures=\"1\" errors=\"0\" skipped=\"0\""), xml(true, open));
        Schemas.validate(xml(true, open));
    }

    @Test
    void hasNoTwoCasesOfTheSameName() throws IOException, SAXException {
        Schemas.validate(xml(false, claims("a.grad", List.of(wrong("dz/dx = 1"), wrong("dz/dx = 1"))), claims("b.a.grad", List.of(wrong("dz/dx = 1"))),
                claims("b/a.grad", List.of(wrong("dz/dx = 1"))), claims("c./a.grad", List.of(wrong("dz/dx = 1"))),
                claims("./ca.grad", List.of(wrong("dz/dx = 1")))));
    }

    @Test
    void staysWellFormedWhateverIsInIt() throws IOException, SAXException {
        String nasty = "]]> <b> & \"'\u0000\u0001\u001b[31m\u202e\uffff\ud800\u0085 \t -->";
        String xml = xml(false, claims(nasty + ".grad", List.of(wrong(nasty))));
        Schemas.validate(xml);
        assertEquals(List.of(), xml.chars().filter(c -> c < ' ' && c != '\n').boxed().toList());
    }

    @Test
    void staysBelowWhatGitLabReads() throws IOException, SAXException {
        StringWriter out = new StringWriter();
        JUnitWriter writer = new JUnitWriter(out, false, CLOCK);
        List<ClaimReport> many = IntStream.range(0, 100).mapToObj(k -> wrong("dz/dx = " + k + " + x".repeat(2000))).toList();
        for (int k = 0; k < 60; k++) {
            writer.file(claims("f" + k + ".grad", many));
        }
        writer.end();
        assertTrue(out.getBuffer().length() < 30_000_000, "" + out.getBuffer().length());
        assertTrue(out.toString().contains("classname=\"f59\" name=\"all 100 checks\""));
        Schemas.validate(out.toString());
    }
}
