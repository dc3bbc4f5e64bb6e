package nabla.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nabla.source.SourceText;
import nabla.source.Span;
import org.junit.jupiter.api.Test;

/** A statement is read the same wherever it stands and whatever was read before it; a long text in parts. */
class LongTextTest {

    private static final int LINES = 20_000;

    @Test
    void statementsOfOneFormKeepTheirOwnWords() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".grad")).toList()) {
                String text = Files.readString(file).strip();
                SourceText source = new SourceText("test", text + "\n" + text);
                Script script = TreeTest.READER.read(source);
                int half = script.statements().size() / 2;
                for (int k = 0; k < half; k++) {
                    Statement first = script.statements().get(k);
                    Statement again = script.statements().get(half + k);
                    assertEquals(StatementPrinter.print(first), StatementPrinter.print(again), file.toString());
                    assertEquals(source.slice(first.span()), source.slice(again.span()), file.toString());
                    assertEquals(text.length() + 1, again.span().start() - first.span().start(), file.toString());
                }
            }
        }
    }

    @Test
    void largeLiteralsOfOneFormKeepTheirNumbers() {
        List<String> statements = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            int first = 1000 * k;
            String row = IntStream.range(first, first + 900).mapToObj(Integer::toString).collect(Collectors.joining(", "));
            statements.add("A" + k + " = [" + row + "]");
            statements.add("B" + k + " = sum([" + row + "; " + row + "]) * A" + k);
        }
        SourceText source = new SourceText("test", String.join("\n", statements));
        assertStatements(statements, source, TreeTest.READER.read(source));
    }

    @Test
    void readsTheSameInParts() {
        for (String end : List.of("\n", "\r\n")) {
            List<String> statements = statements();
            SourceText source = new SourceText("test", String.join(end, statements));
            assertTrue(TextPart.of(source, 3).size() == 3);
            assertStatements(statements, source, TreeTest.READER.read(source));
        }
    }

    /** Each on lines of its own; one over two lines stands across the place where the text is cut in halves. */
    private static List<String> statements() {
        Random random = new Random(7);
        List<String> statements = new ArrayList<>(List.of("v0 = 2"));
        for (int k = 1; k < LINES; k++) {
            statements.add(switch (random.nextInt(5)) {
                case 0 -> "v%d = tanh(v%d)".formatted(k, random.nextInt(k));
                case 1 -> "v%d = 0.%d*v%d + v%d".formatted(k, k, random.nextInt(k), random.nextInt(k));
                case 2 -> "v%d = v%d @ [1, %d; -2, 3] - (v%d)^T".formatted(k, k - 1, k, random.nextInt(k));
                case 3 -> "v%d = max(v%d, %d.5e-3) / x.W1'".formatted(k, k - 1, k);
                default -> "v%d = d%d".formatted(k, random.nextInt(k));
            });
        }
        return statements;
    }

    private static void assertStatements(List<String> statements, SourceText source, Script script) {
        assertEquals(List.of(), script.diagnostics());
        assertEquals(statements.size(), script.statements().size());
        for (int k = 0; k < statements.size(); k++) {
            Statement statement = script.statements().get(k);
            assertEquals(statements.get(k), source.slice(statement.span()));
            assertEquals(new Span(k + 1, 1, statement.span().start(), statement.span().end()), statement.span());
            int column = statements.get(k).indexOf('=') + 3;
            assertEquals(column, ((Statement.Equation) statement).right().span().column());
            assertEquals(StatementPrinter.print(alone(statements.get(k))), StatementPrinter.print(statement));
        }
    }

    private static Statement alone(String statement) {
        return TreeTest.READER.read(new SourceText("test", statement)).statements().get(0);
    }

    @Test
    void sentencesThatGoOnWhereALongTextIsCutAreOne() {
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < LINES; k++) {
            lines.add("v" + k + " = [1, 2,");
            lines.add("  " + k + "]");
        }
        SourceText source = new SourceText("test", String.join("\n", lines));
        Script script = TreeTest.READER.read(source);
        assertEquals(List.of(), script.diagnostics());
        assertEquals(LINES, script.statements().size());
        for (int k = 0; k < LINES; k++) {
            assertEquals("v" + k + " = [1, 2, " + k + "]", StatementPrinter.print(script.statements().get(k)));
            assertEquals(2 * k + 1, script.statements().get(k).span().line());
        }
    }

    @Test
    void whatIsWrongInALongTextIsSaidOnce() {
        for (int bad : new int[] {0, 3_000, LINES / 2, LINES - 1}) {
            List<String> statements = statements();
            statements.set(bad, "u = sin(v0");
            SourceText source = new SourceText("test", String.join("\n", statements));
            Script script = TreeTest.READER.read(source);
            assertEquals(List.of(new Span(bad + 1, 8, source.text().indexOf("sin(v0") + 3, source.text().indexOf("sin(v0") + 4)),
                    script.diagnostics().stream().map(diagnostic -> diagnostic.span()).toList());
            assertEquals(LINES - 1, script.statements().size());
        }
    }

    @Test
    void whatADerivativeIsAboutMayBeDefinedInAnotherPart() {
        List<String> statements = statements();
        statements.set(1, "dv" + (LINES - 1) + "/dv0 = 3");
        statements.set(LINES - 2, "w = dv" + (LINES - 1) + "/dv0");
        Script script = TreeTest.READER.read(new SourceText("test", String.join("\n", statements)));
        assertEquals(List.of(), script.diagnostics());
        assertTrue(((Statement.Equation) script.statements().get(1)).left() instanceof Expression.Derivative);
        assertTrue(((Statement.Equation) script.statements().get(LINES - 2)).right() instanceof Expression.Derivative);
    }
}
