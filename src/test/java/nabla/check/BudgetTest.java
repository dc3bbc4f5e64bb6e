package nabla.check;

import static nabla.check.Models.input;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.op.HandWrittenOp;
import nabla.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Where all entries are too many, some are verified one by one, and all of them at once. */
class BudgetTest {

    private static final int N = 3000;
    private static final Budget SMALL = new Budget(10_000);

    private final Input x = input("x", N, 1);
    private final double[] at = IntStream.range(0, N).mapToDouble(k -> new Random(k).nextDouble()).toArray();

    /** Σx²/2, whose backward rule is x where it is less than 2. */
    private Node half() {
        Input a = input("a", N, 1);
        Node output = Algebra.div(Algebra.sum(Algebra.mul(a, a)), Algebra.constant(2));
        Input upstream = input("up", 1, 1);
        Node rule = Algebra.mul(upstream, Algebra.where(Algebra.lt(a, Algebra.constant(2)), a, Algebra.ZERO));
        return new Apply(new HandWrittenOp("half", java.util.List.of(a), java.util.List.of(output), java.util.List.of(upstream), java.util.List.of(rule)), x);
    }

    private VerifiedGraph check(Budget budget) {
        return new Checker(Models.of(half(), Models.at(x, at)), new CheckPrecision(1e-6, 0)).within(budget).run();
    }

    @Test
    void withinItEveryEntryIsVerified() {
        VerifiedGraph checked = check(Budget.STANDARD);
        assertEquals(N, checked.results().get(x).checked());
        assertNull(checked.share());
    }

    @Test
    void aboveItASampleIsVerified() {
        VerifiedGraph checked = check(SMALL);
        int some = checked.results().get(x).checked();
        assertTrue(some <= Budget.SAMPLE && some > Budget.SAMPLE / 2, "" + some);
        assertEquals("agree", Models.word(checked, x));
        assertTrue(checked.share().contains("directions agree"), checked.share());
    }

    /** An entry that no sample is likely to meet. */
    @Test
    void aboveItOneWrongEntryIsFoundAllTheSame() {
        at[1234] = 2.5;
        VerifiedGraph checked = check(SMALL);
        assertTrue(checked.results().get(x).worst().verdict() instanceof Verdict.Disagreement, Models.word(checked, x));
        assertEquals(1234, checked.results().get(x).entry());
        assertTrue(checked.share().contains("do not agree"), checked.share());
    }
}
