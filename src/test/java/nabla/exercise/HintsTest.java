package nabla.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Hints help, and leave something to do. */
class HintsTest {

    private static final int LONG = 4;
    private static final int SOME = 3;

    @ParameterizedTest
    @EnumSource(Topic.class)
    void noneGivesTheAnswerAway(Topic topic) {
        for (int level = 1; level <= Level.HARDEST.number(); level++) {
            Exercise exercise = new Series(topic, new Level(level), 9).next();
            Hints hints = new Hints(AnswerWorking.of(exercise));
            for (int k = 1; k <= Hints.COUNT; k++) {
                String hint = hints.hint(k);
                assertTrue(hint.endsWith(".") || hint.endsWith("?"), hint);
                assertFalse(hint.contains("…)") && hint.contains("null"), hint);
                assertFalse(hint.contains("= " + exercise.answer() + ".") || Symbols.count(exercise.answer()) >= LONG && hint.contains(exercise.answer()),
                        hint + " for " + exercise);
                boolean number = k < Hints.COUNT && exercise.value().shape().isScalar() && Solution.literal(exercise.value()).length() >= LONG;
                assertFalse(number && hint.contains(Solution.literal(exercise.value())), hint + " for " + exercise);
            }
            assertFalse(hints.hint(1).contains(" = "), hints.hint(1));
        }
    }

    /** A nudge, then the rule, then a step. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 | u = 3x; z = log(u); x = 2 | dz/dx | The way from x to z leads over u: begin at z and go back.",
        "1 | z = log(3x + 1); x = 2 | dz/dx | Take z apart: what is done to x first, and what last? The last comes first in the derivative.",
        "1 | u = 2x; v = x^2; z = u + v; x = 3 | dz/dx | x reaches z on two paths: what does each contribute?",
        "1 | Y = X + b; L = sum(Y^2); X = [1, 2; 3, 4]; b = [1, 2] | dL/db | b is added to every row: every row adds to its derivative.",
        "2 | u = 3x; z = log(u); x = 2 | dz/dx | dz/dx = ∂z/∂u·∂u/∂x. The slope of log(…) is 1/(…).",
        "2 | z = log(3x + 1); x = 2 | dz/dx | With v1 = 3*x, v2 = v1 + 1: dz/dx = ∂z/∂v2·∂v2/∂v1·∂v1/∂x. The slope of log(…) is 1/(…).",
        "3 | u = 3x; z = log(u); x = 2 | dz/dx | ∂z/∂u = 1/u = 0.1667. What is left is ∂u/∂x.",
        "3 | u = 2x; v = x^2; z = u + v; x = 3 | dz/dx | The path over u contributes 1*2 = 2. Add what the other one contributes.",
        "3 | z = x^2*y; x = 3; y = 2 | dz/dy | When y goes from 2 to 2.01, z changes by about 0.09.",
    })
    void eachSaysMoreThanTheOneBefore(int k, String text, String target, String hint) {
        assertEquals(hint, new Hints(AnswerWorking.of(Written.exercise(text, target))).hint(k));
    }

    /** In a product or a quotient, the two parts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 | z = (x + 5)/x; x = 2 | There is x above and below the fraction bar: which rule is for that?",
        "2 | z = (x + 5)/x; x = 2 | Quotient rule: (f/g)' = (f'*g - f*g')/g^2. One part is x + 5, the other is x.",
        "3 | z = (x + 5)/x; x = 2 | By x the derivative of x + 5 is 1, that of x is 1.",
        "3 | z = (3x - 4)/(x + 7); x = 2 | By x the derivative of 3*x - 4 is 3, that of x + 7 is 1.",
        "3 | z = x*sin(x); x = 2 | The derivative of sin(x) by x is cos(x).",
    })
    void productsAndQuotientsAreTakenApart(int k, String text, String hint) {
        assertEquals(hint, new Hints(AnswerWorking.of(Written.exercise(Topic.PRODUCTS_QUOTIENTS, text, "dz/dx"))).hint(k));
    }

    /** The answer that is shown above a solution is the one that it ends with. */
    @ParameterizedTest
    @EnumSource(Topic.class)
    void theSolutionEndsWithTheAnswer(Topic topic) {
        for (int level = 1; level <= Level.HARDEST.number(); level++) {
            Series series = new Series(topic, new Level(level), 3);
            for (int k = 0; k < SOME; k++) {
                Exercise exercise = series.next();
                assertEquals(exercise.formula(), AnswerWorking.of(exercise).derivation().result(), exercise.text());
            }
        }
    }

    @Test
    void aDerivativeIsCalledByTheNameOfWhatItIs() {
        assertEquals("p", Written.exercise("p = sigmoid(z); L = -log(1 - p); z = 2", "dL/dz").answer());
        assertEquals("-7/(x + 2)^2", Written.exercise("z = 7/(x + 2); x = 2", "dz/dx").answer());
    }
}
