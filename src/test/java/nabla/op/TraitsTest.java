package nabla.op;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import nabla.graph.Trait;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a function of one number says of itself is so; and what is so it says. */
class TraitsTest {

    private static final double[] POINTS = DoubleStream.of(0, 0.3, 0.5, 1, 1.5, 2, 2.7, 3, 5, 7, 30).flatMap(x -> DoubleStream.of(x, -x)).toArray();

    static Stream<ElementwiseOps.Use> functions() {
        return ElementwiseOps.all().filter(use -> use.arity() == 1);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void saysWhatIsSo(ElementwiseOps.Use use) {
        says(use, Trait.ODD, x -> same(use.value(-x), -use.value(x)));
        says(use, Trait.EVEN, x -> same(use.value(-x), use.value(x)));
        says(use, Trait.NONNEGATIVE, x -> !(use.value(x) < 0));
        says(use, Trait.ZERO_OR_ONE, x -> use.value(x) == 0 || use.value(x) == 1);
        // No double is a pole of the tangent.
        says(use, Trait.TOTAL, x -> Double.isFinite(use.value(x)) && !use.op().symbol().equals("tan"));
    }

    private static void says(ElementwiseOps.Use use, Trait trait, DoublePredicate isSo) {
        assertEquals(DoubleStream.of(POINTS).allMatch(isSo), use.op().is(trait), trait + " of " + use);
    }

    private static boolean same(double a, double b) {
        return a == b || Double.isNaN(a) && Double.isNaN(b) || Math.abs(a - b) <= 1e-15 * Math.abs(a);
    }
}
