package nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import nabla.backward.Gradients;
import nabla.formula.Formula;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.limit.Stop;
import nabla.op.Algebra;
import nabla.simplify.RandomComparison.Comparison;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Simplified formulas have the value of the original and are never longer. The comparison inside the simplifier, its last defence, is
 * left out here: wherever it would have been needed, there is a defect.
 */
class SameValueTest {

    /** How often it may look whether it is still wanted, once a step: ten times what was counted. */
    private static final long MOST_LOOKS = 200_000;

    private final Measure measure = new Measure();
    private final Simplifier simplifier = new Simplifier(Facts.NONE);

    @Test
    void aFewFormulasAndTheirDerivatives() {
        simplified(150);
    }

    @Test
    @Tag("soak")
    void twoThousandFormulasAndTheirDerivatives() {
        simplified(2_000);
    }

    @Test
    void aFewFormulasOfSquaresAndExponentialsAndTheirDerivatives() {
        long most = 0;
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            Node node = RandomExpressions.circular(random, 3 + random.nextInt(9));
            most = Math.max(most, check(node, "seed " + seed));
            for (Node leaf : Topology.order(List.of(node)).stream().filter(Input.class::isInstance).toList()) {
                most = Math.max(most, check(Gradients.of(node, leaf), "seed " + seed + " by " + leaf.name()));
            }
        }
        assertTrue(most < MOST_LOOKS, "most: " + most + " steps");
    }

    private void simplified(int formulas) {
        long most = 0;
        for (int seed = 0; seed < formulas; seed++) {
            Random random = new Random(seed);
            Node node = seed % 2 == 0 ? RandomExpressions.scalar(random, 1 + random.nextInt(14)) : RandomExpressions.matrix(random, 1 + random.nextInt(10));
            most = Math.max(most, check(node, "seed " + seed));
            Node sum = Algebra.sum(node);
            for (Node leaf : Topology.order(List.of(sum)).stream().filter(Input.class::isInstance).toList()) {
                most = Math.max(most, check(Gradients.of(sum, leaf), "seed " + seed + " by " + leaf.name()));
            }
        }
        assertTrue(most < MOST_LOOKS, "most of " + formulas + ": " + most + " steps");
    }

    private long check(Node node, String seed) {
        Node[] simplified = new Node[1];
        long looks = Stop.looks(() -> simplified[0] = simplifier.unverified(node, false));
        Node simple = simplified[0];
        if (simple != node) {
            assertNotEquals(Comparison.DIFFERENT, new RandomComparison(Facts.NONE, false).comparison(node, simple),
                    () -> seed + ": " + Programs.text(node) + " became " + Programs.text(simple));
        }
        Optional<Formula> before = Formulas.of(node);
        before.ifPresent(formula -> assertTrue(measure.of(Formulas.of(simple).orElseThrow()) <= measure.of(formula),
                () -> seed + ": " + Programs.text(node) + " became " + Programs.text(simple)));
        return looks;
    }
}
