package nabla.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;
import org.junit.jupiter.api.Test;

/** A bad statement costs itself and nothing else. */
class RecoveryTest {

    private static Script read(String... lines) {
        return TreeTest.READER.read(new SourceText("test", String.join("\n", lines)), TreeTest.KNOWN);
    }

    private static List<String> statements(Script script) {
        return script.statements().stream().map(StatementPrinter::print).toList();
    }

    private static List<String> places(Script script) {
        return script.diagnostics().stream().map(Diagnostic::span).map(span -> span.line() + ":" + span.column()).toList();
    }

    @Test
    void findsEveryBadStatementInOneGo() {
        Script script = read("x = 1", "y = 2 x", "z = x*y)", "w = [1 2]; v = 3", "u = 3 $ 4 $ 5", "t = sin(x", "s = 2", "r = ");
        assertEquals(List.of("2:7", "3:8", "4:8", "5:7", "6:8", "8:3"), places(script));
        assertEquals(List.of("x = 1", "v = 3", "s = 2"), statements(script));
    }

    @Test
    void goesOnAfterAnUnclosedBracket() {
        String[][] nextLines = {{"b = 2"}, {"b == 2"}, {"∂z/∂x = 2"}, {"p, q in R(1, 1)"}, {"const k = 2"}, {"output b"}, {"seed 3"}, {"\"1a\" = 2"}};
        for (String[] next : nextLines) {
            Script script = read("a = sum(x, [1, 2", next[0]);
            assertEquals(List.of("1:12"), places(script), next[0]);
            assertEquals(List.of(next[0]), statements(script));
        }
    }

    @Test
    void takesBackLinesThatWereTakenForArguments() {
        Script script = read("a = f(x,", "b = 2", "c = 3", "d = 4");
        assertEquals(List.of("1:6"), places(script));
        assertEquals(List.of("b = 2", "c = 3", "d = 4"), statements(script));
        assertEquals(List.of("b = 2"), statements(read("a = f(x,", "", "b = 2")));
    }

    @Test
    void keepsWhatFollowsAnUnclosedBlock() {
        Script script = read("op f(x) {", "  forward y = x", "  backward dx = dy", "a = 1", "op g(x) {", "  forward y = x", "}", "b = 2");
        assertEquals(List.of("1:9"), places(script));
        assertEquals(List.of("a = 1", "op g(x) {\n  forward y = x\n}", "b = 2"), statements(script));
    }

    @Test
    void namesEveryBadLineOfABlock() {
        Script script = read("op f(x) {", "  forward y = x +", "  backward dx = dy dy", "}", "b = 2");
        assertEquals(List.of("2:17", "3:20"), places(script));
        assertEquals(List.of("b = 2"), statements(script));
    }

    @Test
    void countsLinesWithAnyLineEnd() {
        Script script = TreeTest.READER.read(new SourceText("test", "x = 1\r\ny = $\rz = $\n\n\tw = $"));
        assertEquals(List.of("2:5", "3:5", "5:6"), places(script));
    }

    @Test
    void spansStandWhereTheWordsDo() {
        Script script = read("x = 1", " z = 2a + sin(x)");
        Statement.Equation equation = (Statement.Equation) script.statements().get(1);
        Expression.Binary sum = (Expression.Binary) equation.right();
        Expression.Binary product = (Expression.Binary) sum.left();
        assertEquals(new Span(2, 2, 7, 22), equation.span());
        assertEquals(new Span(2, 9, 14, 15), sum.operatorSpan());
        assertEquals(new Span(2, 7, 12, 12), product.operatorSpan());
        assertEquals("sin(x)", script.source().slice(sum.right().span()));
    }

    @Test
    void anExponentTellsWhetherItStoodInBrackets() {
        for (String exponent : new String[] {"-1", "(-1)"}) {
            SourceText source = new SourceText("test", "x^" + exponent);
            Expression.Binary power = (Expression.Binary) TreeTest.READER.expression(source, Set.of()).expression();
            assertEquals(exponent.equals("-1"), power.operatorSpan().end() == power.right().span().start());
        }
    }

    @Test
    void notesANumberThatLooksLikeAProduct() {
        Script script = read("e1 = 3", "w = 2e1");
        assertEquals(List.of(Diagnostic.Severity.NOTE), script.diagnostics().stream().map(Diagnostic::severity).toList());
        assertEquals("write 2*e1 for the product", script.diagnostics().get(0).hint());
        assertEquals(List.of("e1 = 3", "w = 2e1"), statements(script));
        assertEquals(List.of(), read("w = 2e1").diagnostics());
    }

    @Test
    void readsSingleExpressions() {
        SourceText source = new SourceText("test", "x^2*sin(y)");
        assertEquals("x^2*sin(y)", Printer.print(TreeTest.READER.expression(source, Set.of()).expression()));
        assertEquals("one expression was asked for",
                TreeTest.READER.expression(new SourceText("test", "x\ny"), Set.of()).problem().message());
        assertEquals("no expression", TreeTest.READER.expression(new SourceText("test", " "), Set.of()).problem().message());
        assertEquals("the argument of sin stands in brackets",
                TreeTest.READER.expression(new SourceText("test", "sin x"), Set.of()).problem().message());
    }
}
