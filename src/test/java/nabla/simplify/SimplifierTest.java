package nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.model.Model;
import nabla.op.Algebra;
import nabla.op.Binary;
import nabla.op.Unary;
import nabla.tensor.Shape;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SimplifierTest {

    private static final Input X = new Input("x", Shape.SCALAR);

    private final Simplifier simplifier = new Simplifier(Facts.NONE);

    @Property(tries = 400, seed = "42")
    void scalarsKeepTheirValueAndGetNoLonger(@ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int size) {
        check(RandomExpressions.scalar(new Random(seed), size));
    }

    @Property(tries = 400, seed = "42")
    void matricesKeepTheirValueAndGetNoLonger(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int size) {
        check(RandomExpressions.matrix(new Random(seed), size));
    }

    /** Beyond the bounds on trials things are left, not broken. */
    @Property(tries = 40, seed = "42")
    void longOnesToo(@ForAll long seed, @ForAll @IntRange(min = 20, max = 80) int size) {
        Node root = RandomExpressions.scalar(new Random(seed), size);
        assertEquals(root.shape(), simplifier.simplify(root).shape());
        check(RandomExpressions.matrix(new Random(seed), size));
    }

    /** Without the last defence, the comparison inside the simplifier. */
    private void check(Node node) {
        Node simplified = simplifier.unverified(node, false);
        assertTrue(simplified == node || new RandomComparison(Facts.NONE, false).comparison(node, simplified) != RandomComparison.Comparison.DIFFERENT,
                () -> Programs.text(node) + " became " + Programs.text(simplified));
        Optional<Formula> before = Formulas.of(node);
        before.ifPresent(formula -> assertTrue(new Measure().of(formula) >= new Measure().of(Formulas.of(simplified).orElseThrow())));
    }

    @Property(tries = 200, seed = "42")
    void whatIsShownReadsBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size) {
        Node node = simplifier.simplify(RandomExpressions.matrix(new Random(seed), size));
        Formulas.of(node).map(TextFormula::text).ifPresent(text -> {
            Model model = Programs.model("A, B in R(3, 3); X in R(2, 3); u in R(3); w in R(1, 3); s in R; keep = s", text + " == s");
            assertEquals(text, Programs.text(model.claims().get(0).truth()));
        });
    }

    /** Its sums have factors that can be taken out of what was left when others were: for ever, without a bound. */
    @Test
    void aNormalisationThatIsWrittenOutIsSimplified() {
        Model model = Programs.model("mu = sum(X, axis=0)/n", "v = sum((X - mu)*(X - mu), axis=0)/(n - 1)",
                "Z = g*(X - mu)*(v + 1e-5)^(-0.5) + b", "L = mean(Z^2)", "X in R(n, d)", "g, b in R(1, d)", "dX == 0*X");
        Node gradient = model.claims().get(0).truth();
        check(gradient);
    }

    @Test
    void aChainOfDoublingsIsOneFactor() {
        Node chain = X;
        for (int k = 0; k < 40; k++) {
            chain = new Apply(Binary.ADD, chain, chain);
        }
        assertEquals("1099511627776*x", atOnce(chain));
    }

    @Test
    void whatIsTooLongIsLeftAsItIs() {
        Node deep = X;
        for (int k = 0; k < 200_000; k++) {
            deep = new Apply(Unary.SIN, deep);
        }
        Node root = deep;
        assertSame(root, simplifier.simplify(root));
        Node wide = X;
        for (int k = 0; k < 60; k++) {
            wide = new Apply(Binary.ADD, new Apply(Unary.SIN, wide), new Apply(Unary.COS, wide));
        }
        assertEquals("too long", atOnce(wide));
    }

    @Test
    void longSumsAndProductsFinish() {
        Node sum = Algebra.ZERO;
        Node product = Algebra.ONE;
        for (int k = 0; k < 40; k++) {
            Input input = new Input("x" + k, Shape.SCALAR);
            sum = new Apply(Binary.ADD, sum, new Apply(Unary.SIN, input));
            product = new Apply(Binary.MUL, product, new Apply(Binary.ADD, input, X));
        }
        assertEquals("sin(x0) + sin(x1)", atOnce(sum).substring(0, 17));
        assertEquals("(x0 + x)*(x + x1)", atOnce(product).substring(0, 17));
        assertTrue(atOnce(new Apply(Binary.SUB, product, new Apply(Binary.MUL, sum, product))).length() > 100);
    }

    private String atOnce(Node node) {
        return Programs.text(simplifier.simplify(node));
    }

    @Test
    void namesAreKeptUnlessAskedToLookBehind() {
        Node doubled = new Apply("d", Binary.ADD, List.of(X, X));
        Node root = new Apply(Binary.MUL, doubled, X);
        assertEquals("x*d", Programs.text(simplifier.simplify(root)));
        assertEquals("2*x^2", Programs.text(simplifier.simplify(root, true)));
    }

    @Test
    void theShapeStaysWhenTheMatrixCancels() {
        Input matrix = new Input("A", new Shape(2, 3));
        Node ones = simplifier.simplify(new Apply(Binary.DIV, matrix, matrix));
        assertEquals("ones(2, 3)", Programs.text(ones));
        assertEquals(new Shape(2, 3), ones.shape());
    }
}
