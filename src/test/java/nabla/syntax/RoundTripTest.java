package nabla.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.Expression.Operator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is printed reads back to the same tree, and what is read prints the same again. */
class RoundTripTest {

    private static final Span NOWHERE = new Span(1, 1, 0, 0);

    @Property(tries = 500)
    void readsBack(@ForAll("expressions") Expression expression) {
        String printed = Printer.print(expression);
        Script script = TreeTest.READER.read(new SourceText("test", "w = " + printed), Set.of("x", "y", "x.W1"));
        assertEquals(List.of(), script.diagnostics(), printed);
        Expression read = ((Statement.Equation) script.statements().get(0)).right();
        assertEquals(Printer.printFully(expression), Printer.printFully(read), printed);
        assertEquals(printed, Printer.print(read));
    }

    @Property(tries = 200)
    void spansCoverTheExpression(@ForAll("expressions") Expression expression) {
        SourceText source = new SourceText("test", Printer.print(expression));
        Expression read = TreeTest.READER.expression(source, Set.of("x", "y")).expression();
        Expression again = TreeTest.READER.expression(new SourceText("test", source.slice(read.span())), Set.of("x", "y")).expression();
        assertEquals(Printer.printFully(read), Printer.printFully(again));
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return expressions(5);
    }

    private Arbitrary<Expression> expressions(int depth) {
        if (depth == 0) {
            return leaves();
        }
        Arbitrary<Expression> parts = expressions(depth - 1);
        return Arbitraries.oneOf(leaves(), binaries(parts), binaries(parts), unaries(parts), groups(parts));
    }

    private Arbitrary<Expression> leaves() {
        Arbitrary<Expression> names = Arbitraries.of("x", "dx", "dy", "x.W1", "dx.W1", "e1", "ŷ", "within", "from", "output")
                .map(name -> new Expression.Name(NOWHERE, name));
        Arbitrary<Expression> numbers = Arbitraries.of("0", "2", "3.", ".5", "2e3", "1.25e-7", "0.12345678901234567890")
                .map(written -> new Expression.Number(NOWHERE, Double.parseDouble(written), written));
        return Arbitraries.oneOf(names, numbers);
    }

    private Arbitrary<Expression> binaries(Arbitrary<Expression> parts) {
        return Combinators.combine(Arbitraries.of(Operator.class), parts, parts)
                .as((operator, left, right) -> new Expression.Binary(NOWHERE, NOWHERE, operator, left, right));
    }

    private Arbitrary<Expression> unaries(Arbitrary<Expression> parts) {
        return Combinators.combine(Arbitraries.integers().between(0, 3), parts, parts).as((kind, a, b) -> switch (kind) {
            case 0 -> new Expression.Negation(NOWHERE, a);
            case 1 -> new Expression.Transpose(NOWHERE, a);
            case 2 -> new Expression.Derivative(NOWHERE, a, b);
            default -> new Expression.Index(NOWHERE, a, List.of(b, new Expression.Slice(NOWHERE, null, b, a)));
        });
    }

    private Arbitrary<Expression> groups(Arbitrary<Expression> parts) {
        return Combinators.combine(Arbitraries.integers().between(0, 1), parts.list().ofMinSize(1).ofMaxSize(3), parts)
                .as((kind, entries, last) -> kind == 0
                        ? new Expression.Brackets(NOWHERE, List.of(entries, List.of(last)))
                        : new Expression.Call(NOWHERE, NOWHERE, "sin", List.of(new Expression.Argument(NOWHERE, null, entries.get(0)),
                                new Expression.Argument(NOWHERE, "axis", last))));
    }
}
