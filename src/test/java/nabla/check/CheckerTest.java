package nabla.check;

import static nabla.check.Models.at;
import static nabla.check.Models.input;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.op.Binary;
import nabla.op.Unary;
import nabla.verdict.Verdict;
import org.junit.jupiter.api.Test;

class CheckerTest {

    private final Input x = input("x", 1, 1);
    private final Input y = input("y", 1, 1);

    @Test
    void aProductAndASumAgree() {
        Node product = new Apply(Binary.MUL, x, y);
        VerifiedGraph checked = Models.check(Models.of(new Apply(Binary.ADD, product, x), at(x, 1), at(y, 2)));
        assertEquals("agree", Models.word(checked, x));
        assertEquals(3, checked.results().get(x).gradient().at(0));
        assertEquals(2, checked.pass().contributions(x).size());
        assertTrue(checked.results().get(x).error() < 1e-10);
    }

    @Test
    void reluAtZeroIsAKinkWithItsSlopes() {
        VerifiedGraph checked = Models.check(Models.of(new Apply(Unary.RELU, x), at(x, 0)));
        Verdict.Kink kink = (Verdict.Kink) checked.results().get(x).worst().verdict();
        assertEquals(0, kink.left(), 1e-12);
        assertEquals(1, kink.right(), 1e-12);
        assertEquals("relu'(0) = 0", kink.convention());
    }

    @Test
    void nearAKinkIsSmooth() {
        for (double near : new double[] {1e-9, 3e-7, 1e-5, -1e-9}) {
            assertEquals("agree", Models.word(Models.check(Models.of(new Apply(Unary.RELU, x), at(x, near))), x), "relu at " + near);
        }
    }

    @Test
    void stepJumpsAtZero() {
        VerifiedGraph checked = Models.check(Models.of(new Apply(Unary.STEP, x), at(x, 0)));
        assertEquals("undefined", Models.word(checked, x));
    }

    @Test
    void smoothAndDifficult() {
        Node sharp = Algebra.sin(Algebra.mul(1e4, x));
        assertEquals("agree", Models.word(Models.check(Models.of(sharp, at(x, 0.3))), x));
        Node edge = new Apply(Unary.LOG, x);
        assertEquals("agree", Models.word(Models.check(Models.of(edge, at(x, 1e-7))), x));
        Node softplus = Algebra.log(Algebra.add(Algebra.ONE, Algebra.exp(x)));
        assertEquals("agree", Models.word(Models.check(Models.of(softplus, at(x, -20))), x));
        Node square = Algebra.pow(x, 2);
        assertEquals("agree", Models.word(Models.check(Models.of(square, at(x, 0))), x));
        Node narrow = Algebra.exp(Algebra.neg(Algebra.pow(Algebra.div(x, Algebra.constant(1e-4)), 2)));
        assertEquals("agree", Models.word(Models.check(Models.of(narrow, at(x, 1e-4))), x));
        Node alias = Algebra.sin(Algebra.mul(1024 * Math.PI, x));
        assertEquals("agree", Models.word(Models.check(Models.of(alias, at(x, 0.1))), x));
        Node hyper = Algebra.sqrt(Algebra.add(Algebra.pow(x, 2), Algebra.constant(1e-20)));
        assertEquals("agree", Models.word(Models.check(Models.of(hyper, at(x, 1e-9))), x));
        assertEquals("agree", Models.word(Models.check(Models.of(Algebra.div(Algebra.ONE, x), at(x, 1e-8))), x));
        assertEquals("agree", Models.word(Models.check(Models.of(new Apply(Unary.ABS, x), at(x, 1e9))), x));
    }
}
