package nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nabla.backward.Gradients;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.op.Algebra;
import nabla.report.Verdict;
import nabla.translate.Model;
import nabla.translate.Model.Leaf;
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
        Checked checked = Models.check(model);
        assertEquals(null, checked.unmet(), () -> use + ": a point inside every domain");
        checked.results().forEach((node, result) -> {
            Verdict verdict = result.worst().verdict();
            assertTrue(verdict instanceof Verdict.Agree, () -> use + " by " + node + ": " + result.worst() + " entry " + result.entry());
        });
    }

    /** The check at the first points at which the argument matters: max(a, b) says nothing about a where b is larger. */
    private static Checked whereItMatters(Apply broken, Uses.Use use, Input argument, boolean silent) {
        Checked checked = null;
        for (int seed = 0; seed < 20; seed++) {
            checked = Models.check(Models.of(seed, broken, use.leaves()));
            boolean matters = checked.points().stream().anyMatch(point -> matters(use, argument, point));
            if (silent || matters) {
                return checked;
            }
        }
        return checked;
    }

    private static boolean matters(Uses.Use use, Input argument, Map<Input, Matrix> point) {
        Node right = Gradients.of(Algebra.sum(use.result()), argument);
        return Values.at(new Tape(List.of(right)), point).of(right).largest() > 0;
    }

    @ParameterizedTest
    @MethodSource("uses")
    void aBrokenRuleIsFound(Uses.Use use) {
        assumeTrue(use.result() instanceof Apply, "a leaf has no rule");
        Apply apply = (Apply) use.result();
        for (int k = 0; k < apply.arguments().size(); k++) {
            if (apply.argument(k) instanceof Input argument) {
                boolean silent = Broken.isSilent(apply, k);
                for (Broken.How how : silent ? List.of(Broken.How.BIASED) : List.of(Broken.How.SCALED, Broken.How.FLIPPED, Broken.How.ZEROED)) {
                    Apply broken = new Apply(null, new Broken(apply.op(), k, how), apply.arguments());
                    Checked checked = whereItMatters(broken, use, argument, silent);
                    assertEquals("disagree", Models.word(checked, argument), () -> use + " by " + argument + ", rule " + how + ": "
                            + checked.results().get(argument).worst());
                }
            }
        }
    }
}
