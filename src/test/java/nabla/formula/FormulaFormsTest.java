package nabla.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of formula is written, and known by what it is made of. */
class FormulaFormsTest {

    private static final Formula X = Formula.name("x");
    private static final Formula Y = Formula.name("y");

    static List<Formula> forms() {
        return List.of(X, Formula.number(2), Formula.call("sin", List.of(X)), Formula.call("sum", List.of(X, new Formula.NamedArgument("axis", Y))),
                new Formula.NamedArgument("axis", X), Formula.infix("+", Y, X), new Formula.Negation(X), new Formula.Power(Y, X), new Formula.Transpose(X),
                new Formula.Index(Y, List.of(X)), new Formula.Range(null, Y, X), new Formula.Blocks(List.of(List.of(Y), List.of(X))),
                new Formula.Tuple(List.of(Y, X), false), new Formula.Quotation("a"), new Formula.Derivative("z", "x"),
                new Formula.Where(Y, List.of(new Formula.Definition("v", X))));
    }

    @Test
    void noneIsForgotten() {
        assertEquals(Set.of(Formula.class.getPermittedSubclasses()), forms().stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachIsWritten(Formula form) {
        assertFalse(TextFormula.text(form).isBlank());
    }

    /** Each form that has parts holds x, deeper than at the top. */
    @ParameterizedTest
    @MethodSource("forms")
    void eachHoldsItsParts(Formula form) {
        boolean leaf = Arrays.asList(Formula.Number.class, Formula.Quotation.class, Formula.Derivative.class).contains(form.getClass());
        assertEquals(!leaf, FormulaParts.contains(new Formula.Negation(form), X));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachChangesItsParts(Formula form) {
        Formula changed = FormulaChange.of(form, part -> part.equals(X) ? Formula.name("w") : part);
        boolean held = FormulaParts.of(form).contains(X);
        assertEquals(held, !changed.equals(form));
        assertTrue(!held || FormulaParts.of(changed).contains(Formula.name("w")));
        assertEquals(form, FormulaChange.of(form, part -> part));
    }
}
