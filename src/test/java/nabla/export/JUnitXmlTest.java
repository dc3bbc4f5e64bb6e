package nabla.export;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import nabla.export.JUnitXml.Case;
import nabla.export.JUnitXml.Result;
import nabla.export.JUnitXml.Suite;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** Reports validate, whatever stands in them. */
class JUnitXmlTest {

    private static String write(Suite... suites) throws IOException {
        StringWriter out = new StringWriter();
        new JUnitXml(out, Instant.parse("2026-01-02T03:04:05Z")).write("all", List.of(suites));
        return out.toString();
    }

    private static Case failed(String name, String content) {
        return new Case("file", name, 0.5, Result.FAILURE, "wrong", content);
    }

    @Test
    void everyResultValidates() throws IOException, SAXException {
        String xml = write(new Suite("a.grad", "a.grad", List.of(new Case("a", "passes", 1, Result.PASSED, null, null), failed("fails", "why\nmore"),
                new Case("a", "breaks", 0, Result.ERROR, "unreadable", "line 3"), new Case("a", "waits", 0, Result.SKIPPED, null, null))));
        Schemas.validate(xml);
        assertTrue(xml.contains("tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\" time=\"1.500\" timestamp=\"2026-01-02T03:04:05\""), xml);
        assertTrue(xml.contains("message=\"why\">why\nmore</failure>"), xml);
    }

    @Test
    void whatXmlDoesNotAllowIsLeftOutOrWrittenOut() throws IOException, SAXException {
        String xml = write(new Suite("<&\">", "\u001b[2J", List.of(failed("\u0000\ufffe\uffff\ud800", "]]> & <script> \u202e\u0007"))));
        Schemas.validate(xml);
        assertFalse(xml.contains("\u001b") || xml.contains("\u202e") || xml.contains("<script>"), xml);
    }

    @Test
    void casesWithTheSameNamesStayApart() throws IOException, SAXException {
        String xml = write(new Suite("a", null, List.of(failed("same", "1"), failed("same", "2"))), new Suite("b", null, List.of(failed("same", "3"))));
        Schemas.validate(xml);
        assertTrue(xml.contains("same (2)") && xml.contains("same (3)"), xml);
    }

    @Test
    void aSuiteWithoutCasesIsLeftOut() throws IOException, SAXException {
        String xml = write(new Suite("empty", null, List.of()));
        Schemas.validate(xml);
        assertFalse(xml.contains("empty"));
    }

    /** The schema is one that can be failed. */
    @Test
    void theSchemaObjects() {
        String good = "<testsuites name='a' tests='0' failures='0' errors='0' time='0.000'/>";
        assertDoesNotThrow(() -> Schemas.validate(good));
        for (String bad : List.of(good.replace("tests='0'", ""), good.replace("'0.000'", "'soon'"), good.replace("/>", "><testsuite/></testsuites>"))) {
            assertThrows(SAXException.class, () -> Schemas.validate(bad), bad);
        }
    }
}
