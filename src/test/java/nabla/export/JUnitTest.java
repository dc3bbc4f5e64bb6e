package nabla.export;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import nabla.export.JUnit.Case;
import nabla.export.JUnit.Counts;
import nabla.export.JUnit.Result;
import nabla.export.JUnit.Suite;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** Reports validate, whatever stands in them. */
class JUnitTest {

    private static String write(Suite... suites) throws IOException {
        StringWriter out = new StringWriter();
        Counts counts = Stream.of(suites).map(Suite::counts).reduce(Counts.NONE, Counts::plus);
        JUnit.document(out, "all", counts, () -> Stream.of(suites).forEach(suite -> JUnit.suite(out, suite, Instant.parse("2026-01-02T03:04:05.678Z"))));
        return out.toString();
    }

    private static Case not(Result result, String name, String... content) {
        return new Case("a", name, result, "wrong", content[0], List.of(content));
    }

    @Test
    void everyResultValidates() throws IOException, SAXException {
        String xml = write(new Suite("a.grad", 1.5, List.of(Case.passed("a", "passes"), not(Result.FAILURE, "fails", "why", "more"),
                not(Result.ERROR, "breaks", "line 3"), not(Result.SKIPPED, "waits", "open"))));
        Schemas.validate(xml);
        assertTrue(xml.contains("tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\" time=\"1.500\" timestamp=\"2026-01-02T03:04:05\""), xml);
        assertTrue(xml.contains("<failure message=\"why\" type=\"wrong\">why\nmore\n</failure>"), xml);
        assertTrue(xml.contains("file=\"a.grad\" time=\"0.375\""), xml);
    }

    @Test
    void whatXmlDoesNotAllowIsWrittenOut() throws IOException, SAXException {
        String xml = write(new Suite("<&\">\u001b[2J", 0, List.of(not(Result.FAILURE, "\u0000\ufffe\uffff\ud800", "]]> & <script> \u202e\u0007"))));
        Schemas.validate(xml);
        assertFalse(xml.contains("\u001b") || xml.contains("\u202e") || xml.contains("<script>"), xml);
    }

    @Test
    void ofLongContentOnlyTheBeginningIsWritten() throws IOException, SAXException {
        String xml = write(new Suite("a", 0, List.of(not(Result.FAILURE, "long", Collections.nCopies(1000, "x".repeat(1000)).toArray(String[]::new)))));
        Schemas.validate(xml);
        assertTrue(xml.length() < 15_000, "" + xml.length());
    }

    @Test
    void namesStayApart() {
        DistinctNames names = new DistinctNames();
        assertEquals(List.of("a", "a (2)", "b", "a (2) (2)", "a (3)"), Stream.of("a", "a", "b", "a (2)", "a").map(names::of).toList());
    }

    /** The schema is one that can be failed. */
    @Test
    void theSchemaObjects() {
        String good = "<testsuites name='a' tests='0' failures='0' errors='0'/>";
        assertDoesNotThrow(() -> Schemas.validate(good));
        for (String bad : List.of(good.replace("tests='0'", "tests='none'"), good.replace("errors='0'", "time='soon'"), good.replace("/>", "><testsuite/></testsuites>"))) {
            assertThrows(SAXException.class, () -> Schemas.validate(bad), bad);
        }
    }
}
