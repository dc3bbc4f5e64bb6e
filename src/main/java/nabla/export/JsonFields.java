package nabla.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.tensor.Tensor;

/**
 * Fields of a JSON object; one whose value does not apply (null, NaN, an empty list) is left out. Every number reads back as the same
 * double, and the text is the same on every Java (Java's own conversion changed in version 19).
 */
public final class JsonFields {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new JsonEscapes())
            .build();

    private final JsonGenerator json;

    private JsonFields(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a whole document: one object, indented, and a line end. The stream stays open. */
    public static void document(Writer out, Content<JsonFields> content) throws IOException {
        object(out, 0, content);
        out.write('\n');
    }

    /** Writes an object that stands inside {@code depth} others. The stream stays open. */
    public static void object(Writer out, int depth, Content<JsonFields> content) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n" + "  ".repeat(depth))));
            json.writeStartObject();
            content.write(new JsonFields(json));
            json.writeEndObject();
        }
    }

    /** Writes the fields of an object. */
    public interface Content<T> {
        void write(T value) throws IOException;
    }

    public void text(String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    public void integer(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    /** NaN means that it does not apply. */
    public void number(String name, double value) throws IOException {
        if (!Double.isNaN(value)) {
            json.writeNumberField(name, value);
        }
    }

    public void formula(String name, Formula value) throws IOException {
        if (value != null) {
            json.writeStringField(name, TextFormula.text(value));
        }
    }

    /** Nested lists, one level for each dimension, whatever the size; NaN and infinities are strings. */
    public void matrix(String name, Tensor value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            lists(value, 0, 0, value.count());
        }
    }

    /** What lies along a dimension, from an entry on. */
    private void lists(Tensor value, int dimension, int first, int entries) throws IOException {
        if (dimension == value.shape().dimensions() - 1) {
            json.writeArray(value.data(), first, entries);
            return;
        }
        int size = value.shape().size(dimension);
        json.writeStartArray();
        for (int k = 0; k < size; k++) {
            lists(value, dimension + 1, first + k * (entries / size), entries / size);
        }
        json.writeEndArray();
    }

    public void integers(String name, int... values) throws IOException {
        json.writeFieldName(name);
        json.writeArray(values, 0, values.length);
    }

    /** Lists of numbers in a list; left out where it is empty. */
    public void integers(String name, List<int[]> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (int[] each : values) {
                json.writeArray(each, 0, each.length);
            }
            json.writeEndArray();
        }
    }

    public void texts(String name, List<?> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (Object value : values) {
            json.writeString(value.toString());
        }
        json.writeEndArray();
    }

    public <T> void object(String name, T value, Content<T> content) throws IOException {
        if (value != null) {
            json.writeObjectFieldStart(name);
            content.write(value);
            json.writeEndObject();
        }
    }

    public <T> void list(String name, List<T> values, Content<T> content) throws IOException {
        if (!values.isEmpty()) {
            array(name, values, content);
        }
    }

    /** The same, written even where it is empty. */
    public <T> void array(String name, List<T> values, Content<T> content) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            json.writeStartObject();
            content.write(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** An array of objects that are written already, to the same stream. */
    public void written(String name, DocumentBody objects) throws IOException {
        json.writeArrayFieldStart(name);
        json.flush();
        objects.write();
        json.writeEndArray();
    }
}
