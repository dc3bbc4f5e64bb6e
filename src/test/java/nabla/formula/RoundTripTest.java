package nabla.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is printed as text reads back as the same formula. */
class RoundTripTest {

    private static final Set<String> NAMES = Set.of("a", "b", "x", "z", "W1", "dz", "α", "xor.W1");

    @Property(tries = 3000)
    void textReadsBack(@ForAll long seed) {
        Formula formula = random(new SplittableRandom(seed), 4);
        String text = TextFormula.text(formula);
        Formula read = Written.formula(text, NAMES);
        assertEquals(signs(formula), signs(read), text);
        assertEquals(text.replace('∂', 'd'), TextFormula.text(read));
    }

    /** A factor of a path keeps its brackets between others. */
    @Property(tries = 500)
    void aFactorReadsBackAsOne(@ForAll long seed) {
        Formula formula = random(new SplittableRandom(seed), 4);
        Formula read = Written.formula(TextFormula.factor(formula) + "*b", NAMES);
        Formula alone = Written.formula(TextFormula.text(formula), NAMES);
        assertEquals(Formula.infix("*", signs(alone), Formula.name("b")), signs(read));
    }

    /** A number's sign may be read as the operation; a partial derivative as the other. */
    private static Formula signs(Formula formula) {
        return new Signs().of(formula);
    }

    private static Formula random(SplittableRandom random, int depth) {
        int kind = depth == 0 ? random.nextInt(3) : random.nextInt(12);
        return switch (kind) {
            case 0 -> Formula.name(pick(random, "a", "b", "x", "z", "W1", "dz", "α", "xor.W1"));
            case 1 -> Formula.number(new double[] {0, 1, 2, 0.5, 1e-9, 250000, -3}[random.nextInt(7)]);
            case 2 -> new Formula.Derivative("z", "x", random.nextBoolean());
            case 3 -> new Formula.Negation(random(random, depth - 1));
            case 4 -> new Formula.Power(random(random, depth - 1), random(random, Math.min(1, depth - 1)));
            case 5 -> new Formula.Transpose(random(random, depth - 1));
            case 6 -> Formula.call("sum", List.of(random(random, depth - 1), new Formula.NamedArgument("axis", Formula.number(1))));
            case 7 -> new Formula.Index(random(random, depth - 1), List.of(random(random, depth - 1), new Formula.Range(null, null, null)));
            case 8 -> new Formula.Blocks(List.of(List.of(random(random, depth - 1), Formula.name("a")), List.of(Formula.name("b"), Formula.number(2))));
            default -> Formula.infix(pick(random, "+", "-", "*", "/", "@", "<", ">="), random(random, depth - 1), random(random, depth - 1));
        };
    }

    private static String pick(SplittableRandom random, String... from) {
        return from[random.nextInt(from.length)];
    }
}
