package nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nabla.backward.Gradients;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.op.Algebra;
import nabla.point.PointSampler;
import nabla.verdict.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function of the language, from the registry: its rule agrees with differences to first and second order, at points its own
 * guards like, for scalars and broadcast shapes; and with its rule broken, the checker says so. No code an operation.
 */
class EveryOperationTest {

    static Stream<Uses.Use> uses() {
        return Uses.all().stream();
    }

    @ParameterizedTest
    @MethodSource("uses")
    void theRuleAgreesWithDifferences(Uses.Use use) {
        agree(Models.of(use.result(), use.leaves()), use);
    }

    @ParameterizedTest
    @MethodSource("uses")
    void theSecondDerivativeAgreesWithDifferences(Uses.Use use) {
        Model first = Models.of(use.result(), use.leaves());
        for (Leaf leaf : use.leaves()) {
            Node gradient = Gradients.of(first.root(), leaf.node());
            if (gradient instanceof Apply apply) {
                List<Leaf> leaves = new ArrayList<>(List.of(use.leaves()));
                if (first.upstream() != null) {
                    leaves.add(new Leaf(first.upstream(), true, null, Models.REAL));
                }
                Input direction = new Input("D", gradient.shape());
                leaves.add(new Leaf(direction, true, null, Models.REAL));
                agree(Models.of(Algebra.sum(Algebra.mul(direction, apply)), leaves.toArray(Leaf[]::new)), use);
            }
        }
    }

    private static void agree(Model model, Uses.Use use) {
        if (!(model.root() instanceof Apply)) {
            return;
        }
        VerifiedGraph checked = Models.check(model);
        assertEquals(null, checked.unmet(), () -> use + ": a point inside every domain");
        checked.results().forEach((node, result) -> {
            Verdict verdict = result.worst().verdict();
            assertTrue(verdict instanceof Verdict.Agreement, () -> use + " by " + node + ": " + result.worst() + " entry " + result.entry());
        });
    }

    /** The first seed at whose point the argument matters: max(a, b) says nothing about a where b is larger. −1 if none of 20 does. */
    private static int whereItMatters(Uses.Use use, Input argument) {
        Node right = Gradients.of(Algebra.sum(use.result()), argument);
        Node squares = Gradients.of(Algebra.sum(Algebra.mul(use.result(), use.result())), argument);
        Model model = Models.of(use.result(), use.leaves());
        PointSampler sampler = new PointSampler(model.leaves(), List.of(model.root()));
        for (int seed = 0; seed < 20; seed++) {
            Values values = Values.at(new Program(List.of(right, squares)), sampler.first(seed * 31).point());
            if (Math.max(values.of(right).largest(), values.of(squares).largest()) > 1e-9) {
                return seed;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @MethodSource("uses")
    void aBrokenRuleIsFound(Uses.Use use) {
        assumeTrue(use.result() instanceof Apply, "a leaf has no rule");
        Apply apply = (Apply) use.result();
        for (int k = 0; k < apply.arguments().size(); k++) {
            if (apply.argument(k) instanceof Input argument) {
                int seed = whereItMatters(use, argument);
                for (Broken.How how : seed < 0 ? List.of(Broken.How.BIASED) : List.of(Broken.How.SCALED, Broken.How.FLIPPED, Broken.How.ZEROED)) {
                    Apply broken = new Apply(null, new Broken(apply.op(), k, how), apply.arguments());
                    VerifiedGraph checked = Models.check(Models.fixed(Models.of(broken, use.leaves()), Math.max(seed, 0) * 31L));
                    assertEquals("disagree", Models.word(checked, argument), () -> use + " by " + argument + ", rule " + how + ": "
                            + checked.results().get(argument).worst());
                }
            }
        }
    }
}
