package nabla.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nabla.limit.Soon;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Expression.Operator;
import nabla.syntax.Reader;
import nabla.syntax.Script;
import nabla.syntax.Statement;
import org.junit.jupiter.api.Test;

class LongChainTest {

    private static final Span HERE = new Span(1, 1, 0, 0);

    /** The last name comes first, so that order has to be found over the whole length. */
    private static Script chain(int length, String first) {
        List<Statement> statements = new ArrayList<>();
        for (int i = length; i >= 1; i--) {
            statements.add(equation("v" + i, new Expression.Binary(HERE, HERE, Operator.ADD, name("v" + (i - 1)), name("x"))));
        }
        statements.add(equation("v0", name(first)));
        statements.add(equation("x", new Expression.Number(HERE, 1, "1")));
        statements.add(new Statement.Output(HERE, name("v" + length)));
        return new Script(new SourceText("chain", ""), statements, List.of());
    }

    private static Expression.Name name(String name) {
        return new Expression.Name(HERE, name);
    }

    private static Statement equation(String left, Expression right) {
        return new Statement.Equation(HERE, false, name(left), right, null);
    }

    @Test
    void aChainOfDefinitionsBackToFront() {
        Model model = Soon.done(() -> Translator.translate(chain(200_000, "x"), Options.NONE));
        assertEquals(200_001, model.definitions().size());
        assertEquals("v200000", model.output().name());
        assertTrue(model.diagnostics().isEmpty());
    }

    @Test
    void aCircleOfDefinitions() {
        Model model = Soon.done(() -> Translator.translate(chain(200_000, "v200000"), Options.NONE));
        assertEquals(1, model.diagnostics().size());
        assertTrue(model.diagnostics().get(0).message().endsWith("-> v199993 -> … -> v0 -> v200000"), model.diagnostics().get(0).message());
    }

    @Test
    void aLongSum() {
        String text = "x = 1\nz = x" + " + x".repeat(100_000);
        Model model = Translator.translate(new Reader(Functions.names()).read(new SourceText("sum", text)), Options.NONE);
        assertEquals(List.of(), model.diagnostics());
        assertEquals("z", model.output().name());
    }
}
