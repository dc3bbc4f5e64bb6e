package nabla.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs mean, row by row of {@code trees.txt}. */
class TreeTest {

    static final Reader READER = new Reader(Set.of("sin", "sigmoid", "log", "sqrt", "sum"));
    static final Set<String> KNOWN = Set.of("z", "x", "y", "a", "L");

    static Stream<Row> rows() {
        return Row.rows("trees.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void readsAsWritten(Row row) {
        Script script = READER.read(new SourceText("test", row.program()), KNOWN);
        assertEquals(List.of(), script.diagnostics().stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).toList());
        Statement last = script.statements().get(script.statements().size() - 1);
        assertEquals(row.expected(), StatementPrinter.printFully(last));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void printsWhatReadsBack(Row row) {
        Script script = READER.read(new SourceText("test", row.program()), KNOWN);
        Statement last = script.statements().get(script.statements().size() - 1);
        String printed = StatementPrinter.print(last);
        Script again = READER.read(new SourceText("test", printed), KNOWN);
        assertEquals(List.of(), again.diagnostics());
        assertEquals(row.expected(), StatementPrinter.printFully(again.statements().get(0)));
    }
}
