package nabla.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.matrix.Matrix;

/** Fields of a JSON object; one whose value does not apply (null, NaN, an empty list) is left out. */
final class JsonFields {

    private final JsonGenerator json;

    JsonFields(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the fields of an object. */
    interface Content<T> {
        void write(T value) throws IOException;
    }

    void text(String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    void integer(String name, int value) throws IOException {
        json.writeNumberField(name, value);
    }

    /** NaN means that it does not apply. */
    void number(String name, double value) throws IOException {
        if (!Double.isNaN(value)) {
            json.writeNumberField(name, value);
        }
    }

    void formula(String name, Formula value) throws IOException {
        if (value != null) {
            json.writeStringField(name, TextFormula.text(value));
        }
    }

    /** Nested lists, row by row, whatever the size; NaN and infinities are strings. */
    void matrix(String name, Matrix value) throws IOException {
        if (value != null) {
            json.writeArrayFieldStart(name);
            for (int row = 0; row < value.rows(); row++) {
                json.writeArray(value.data(), row * value.columns(), value.columns());
            }
            json.writeEndArray();
        }
    }

    void integers(String name, int... values) throws IOException {
        json.writeFieldName(name);
        json.writeArray(values, 0, values.length);
    }

    void texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    <T> void object(String name, T value, Content<T> content) throws IOException {
        if (value != null) {
            json.writeObjectFieldStart(name);
            content.write(value);
            json.writeEndObject();
        }
    }

    <T> void list(String name, List<T> values, Content<T> content) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (T value : values) {
                json.writeStartObject();
                content.write(value);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
