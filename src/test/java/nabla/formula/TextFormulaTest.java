package nabla.formula;

import static nabla.formula.Formula.infix;
import static nabla.formula.Formula.name;
import static nabla.formula.Formula.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import nabla.formula.Formula.Blocks;
import nabla.formula.Formula.Derivative;
import nabla.formula.Formula.Index;
import nabla.formula.Formula.NamedArgument;
import nabla.formula.Formula.Negation;
import nabla.formula.Formula.Power;
import nabla.formula.Formula.Range;
import nabla.formula.Formula.Transpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextFormulaTest {

    private static final Formula A = name("a");
    private static final Formula B = name("b");
    private static final Formula C = name("c");

    static Stream<Arguments> written() {
        return Stream.of(
                row("a - (b + c)", infix("-", A, infix("+", B, C))),
                row("a - b + c", infix("+", infix("-", A, B), C)),
                row("a/(b*c)", infix("/", A, infix("*", B, C))),
                row("a*b/c", infix("/", infix("*", A, B), C)),
                row("2*a.T @ (a @ b - c)",
                        infix("@", infix("*", number(2), new Transpose(A)), infix("-", infix("@", A, B), C))),
                row("-a*b", infix("*", new Negation(A), B)),
                row("-(a*b)", new Negation(infix("*", A, B))),
                row("-a^2", new Negation(new Power(A, number(2)))),
                row("(-2)^2", new Power(number(-2), number(2))),
                row("a^b^c", new Power(A, new Power(B, C))),
                row("(a^b)^c", new Power(new Power(A, B), C)),
                row("a^(-1)", new Power(A, number(-1))),
                row("a*(-2)", infix("*", A, number(-2))),
                row("a - (-b*c)", infix("-", A, infix("*", new Negation(B), C))),
                row("-(-a)", new Negation(new Negation(A))),
                row("(a + b).T", new Transpose(infix("+", A, B))),
                row("(a^2).T", new Transpose(new Power(A, number(2)))),
                row("a^b.T", new Power(A, new Transpose(B))),
                row("(a > b)*c", infix("*", infix(">", A, B), C)),
                row("(a < b) < c", infix("<", infix("<", A, B), C)),
                row("sum(a, axis=0)", Formula.call("sum", List.of(A, new NamedArgument("axis", number(0))))),
                row("a[0:2, :]", new Index(A, List.of(new Range(number(0), number(2), null), new Range(null, null, null)))),
                row("a[::2]", new Index(A, List.of(new Range(null, null, number(2))))),
                row("[a, -b; c, 1]", new Blocks(List.of(List.of(A, new Negation(B)), List.of(C, number(1))))),
                row("[a, b, c]", new Blocks(List.of(List.of(new Blocks(List.of(List.of(A, B))), new Blocks(List.of(List.of(C))))))),
                row("a/(dz/dx)", infix("/", A, new Derivative("z", "x"))),
                row("dz/dx^2", new Power(new Derivative("z", "x"), number(2))),
                row("a*dz/(dx)", infix("/", infix("*", A, name("dz")), name("dx"))));
    }

    private static Arguments row(String text, Formula formula) {
        return Arguments.of(text, formula);
    }

    @ParameterizedTest
    @MethodSource("written")
    void hasTheFewestBrackets(String text, Formula formula) {
        assertEquals(text, TextFormula.text(formula));
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "-3, -3", "0.1, 0.1", "1e-7, 1e-7", "2.5e20, 2.5e20", "2e-3, 0.002", "123456789, 123456789",
        "2.0E-3, 0.002", "4.9e-324, 5e-324", "1e15, 1000000000000000", "0.30000000000000004, 0.30000000000000004"})
    void numbersAreShort(double value, String text) {
        assertEquals(text, NumberText.of(value));
        assertEquals(value, Double.parseDouble(text));
    }

    @Test
    void aDeepFormulaDoesNotOverflow() {
        Formula deep = A;
        for (int k = 0; k < 200_000; k++) {
            deep = new Negation(deep);
        }
        assertTrue(TextFormula.text(deep).length() > 200_000);
    }
}
