package nabla.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.report.Report;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private String read(Report... reports) throws IOException {
        String text = Golden.written(JsonWriter::new, reports);
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    Object value = parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT ? (Object) parser.getDoubleValue() : parser.getText();
                    fields.put(parser.getParsingContext().pathAsPointer().toString().substring(1), value);
                }
            }
        }
        return text;
    }

    private List<Object> numbers(String path, int count) {
        List<Object> numbers = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            numbers.add(fields.get(path + "/" + k));
        }
        return numbers;
    }

    @Test
    void isTheDocumentedDocument() throws IOException {
        Golden.expect("all.json", read(Samples.practice(), Samples.wrong(), Samples.unreadable(), Samples.refused()));
    }

    @Test
    void countsFilesByOutcome() throws IOException {
        read(Samples.practice(), Samples.wrong(), Samples.chain(3), Samples.unreadable(), Samples.refused());
        assertEquals("5", fields.get("summary/files"));
        for (String outcome : List.of("verified", "wrong", "unresolved", "unreadable", "refused")) {
            assertEquals("1", fields.get("summary/" + outcome), outcome);
        }
        assertEquals("refused", fields.get("files/4/verdict"));
    }

    @Test
    void readsBackFieldByField() throws IOException {
        read(Samples.practice(), Samples.wrong());
        assertEquals("1.0.0", fields.get("nabla"));
        String x = "files/0/nodes/0/";
        assertEquals("input", fields.get(x + "role"));
        assertEquals("y + 1", fields.get(x + "formula"));
        assertEquals("v1", fields.get(x + "contributions/0/via"));
        assertEquals("y", fields.get(x + "contributions/0/local"));
        assertEquals(2.0, fields.get(x + "contributions/0/term/0/0"));
        assertEquals(4e-14, fields.get(x + "error"));
        assertEquals("agree", fields.get(x + "verdict"));
        assertEquals("x*y", fields.get("files/0/nodes/2/expression"));
        assertEquals("mul", fields.get("files/0/nodes/2/op"));
        String w = "files/1/nodes/0/";
        assertEquals("2", fields.get(w + "shape/0"));
        assertEquals("disagree", fields.get(w + "verdict"));
        assertEquals("Linear", fields.get(w + "fault/op"));
        assertEquals("7", fields.get(w + "fault/entry/1"));
        assertEquals("kink", fields.get("files/1/nodes/1/verdict"));
        assertEquals(1.0, fields.get("files/1/nodes/1/slopes/right"));
        assertEquals("relu'(0) = 0", fields.get("files/1/nodes/1/convention"));
        assertEquals("wrong", fields.get("files/1/claims/0/verdict"));
        assertEquals(-0.5, fields.get("files/1/claims/0/witness/at/y/0/0"));
        assertEquals("lost-path", fields.get("files/1/claims/0/mistake/codes/0"));
        assertEquals("X.T @ dZ", fields.get("files/1/rules/0/expected"));
        assertEquals(2.0, fields.get("files/0/points/0/y/0/0"));
        assertEquals(2.0, fields.get("files/1/points/1/x/0/0"));
        assertEquals("symmetric", fields.get("files/1/warnings/0/code"));
        assertEquals("note", fields.get("files/1/diagnostics/0/severity"));
    }

    @Test
    void everyDoubleReadsBackAsItself() throws IOException {
        double[] hard = {0.1, 1.0 / 3, 2e-3, 9007199254740993.0, Double.MIN_VALUE, Double.MAX_VALUE, -0.0, 2.2250738585072014E-308, 2e23};
        Report practice = Samples.practice();
        read(Samples.withValue(practice, new Tensor(new Shape(1, hard.length), hard)));
        for (int k = 0; k < hard.length; k++) {
            assertEquals(hard[k], fields.get("files/0/value/0/" + k));
        }
    }

    @Test
    void whatIsNoNumberIsAString() throws IOException {
        String text = read(Samples.wrong());
        assertEquals("NaN", fields.get("files/0/nodes/2/gradient/0/0"));
        assertEquals("Infinity", fields.get("files/0/nodes/3/value/0/0"));
        assertTrue(text.contains("\"Infinity\""));
        assertEquals(List.of(8.0, 9.0, 10.0), numbers("files/0/nodes/0/value/1", 3));
    }

    @Test
    void leavesOutWhatDoesNotApply() throws IOException {
        read(Samples.practice());
        assertFalse(fields.containsKey("files/0/nodes/0/op"));
        assertFalse(fields.containsKey("files/0/nodes/3/error"));
        assertFalse(fields.containsKey("files/0/nodes/3/verdict"));
        assertTrue(fields.keySet().stream().noneMatch(name -> name.contains("diagnostics") || name.contains("warnings")));
    }

    @Test
    void escapesDirectionMarksAndReadsThemBack() throws IOException {
        String text = read(Samples.wrong());
        assertTrue(text.contains("wrong\\u202e.grad"));
        assertEquals("wrong\u202e.grad", fields.get("files/0/file"));
    }
}
