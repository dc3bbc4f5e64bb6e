package nabla.check;

import static nabla.check.Models.at;
import static nabla.check.Models.input;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nabla.check.Broken.How;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.limit.Stop;
import nabla.model.Model;
import nabla.op.Algebra;
import nabla.op.Binary;
import nabla.op.Unary;
import org.junit.jupiter.api.Test;

/** Graphs that are walked once for many nodes: leaves that are used all along the way have short ways to the output too. */
class LongGraphTest {

    private static final int LENGTH = 40;

    private final Input x = input("x", 1, 1);
    private final Input y = input("y", 1, 1);

    /** v ← sin((0.9 tanh(v) + x) y), again and again; the product of one step is another operation. */
    private Node chain(int step, Op product) {
        Node node = Algebra.mul(x, y);
        for (int k = 0; k < LENGTH; k++) {
            Node sum = new Apply(Binary.ADD, Algebra.mul(0.9, new Apply(Unary.TANH, node)), x);
            node = Algebra.sin(new Apply(k == step ? product : Binary.MUL, sum, y));
        }
        return node;
    }

    @Test
    void leavesAndInnerNodesAgree() {
        for (double value : new double[] {1.2, 2.9, -0.4}) {
            VerifiedGraph checked = Models.check(Models.of(chain(0, Binary.MUL), at(x, 0.3), at(y, value)));
            checked.results().keySet().forEach(node -> assertEquals("agree", Models.word(checked, node)));
            assertTrue(checked.results().size() > 4 * LENGTH);
            for (Input leaf : List.of(x, y)) {
                NodeResult result = checked.results().get(leaf);
                double gradient = result.gradient().at(0);
                double error = result.error();
                assertTrue(Math.abs(gradient - result.estimate().at(0)) <= error + 1e-13 * Math.abs(gradient), leaf + " ± " + error);
                assertTrue(error > 0 && error <= 1e-10 * Math.abs(gradient), leaf + " ± " + error);
            }
        }
    }

    /** Walks of their own would take nine more looks at each node. */
    @Test
    void leavesUsedAllAlongAreWalkedWithTheOthers() {
        Model model = Models.of(chain(0, Binary.MUL), at(x, 0.3), at(y, 1.2));
        long looks = Stop.looks(() -> new Checker(model, new CheckPrecision(1e-6, 3)).run());
        assertTrue(looks < 52 * 5 * LENGTH, looks + " looks");
    }

    @Test
    void aWrongRuleIsFoundByTheLeavesToo() {
        VerifiedGraph scaled = Models.check(Models.of(chain(LENGTH - 1, new Broken(Binary.MUL, 1, How.SCALED)), at(x, 0.3), at(y, 1.2)));
        assertEquals("disagree", Models.word(scaled, y));
        assertEquals("agree", Models.word(scaled, x));
        VerifiedGraph flipped = Models.check(Models.of(chain(LENGTH - 4, new Broken(Binary.MUL, 0, How.FLIPPED)), at(x, 0.3), at(y, 1.2)));
        assertEquals("disagree", Models.word(flipped, x));
    }
}
