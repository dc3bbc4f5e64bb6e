package nabla.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with programs, where, and what to write instead: row by row of {@code errors.txt}. */
class ErrorTest {

    static Stream<Row> rows() {
        return Row.rows("errors.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void says(Row row) {
        Script script = TreeTest.READER.read(new SourceText("test", row.program()), TreeTest.KNOWN);
        List<Diagnostic> errors = script.diagnostics();
        Diagnostic first = errors.get(0);
        String[] expected = row.expected().split(" ", 2);
        String[] texts = expected[1].split(" \\| ");
        assertEquals(expected[0], first.span().line() + ":" + first.span().column(), first::toString);
        assertTrue(first.message().contains(texts[0]), first::toString);
        if (texts.length > 1) {
            assertTrue(first.hint() != null && first.hint().contains(texts[1]), first::toString);
        }
    }
}
