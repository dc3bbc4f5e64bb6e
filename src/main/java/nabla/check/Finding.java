package nabla.check;

import java.util.List;
import nabla.verdict.Evidence;
import nabla.verdict.Verdict;

/**
 * The verdict on one partial derivative.
 *
 * @param backprop the value under test
 * @param estimate what it was compared with; NaN if there is none
 * @param error    how far off the estimate may be, rounding of backprop included
 * @param bars     how far apart the two are, in units of everything that could explain it
 * @param second   whether the second oracle decided
 */
public record Finding(Verdict verdict, double backprop, double estimate, double error, double bars,
        boolean second) {

    private static final List<String> RANKS = List.of("unchecked", "agree", "kink", "unresolved", "undefined", "disagree");

    /** By this factor one has to be worse than another one. */
    private static final double SAME = 1.01;

    /** A finding without an estimate. */
    public static Finding without(Verdict verdict, double backprop) {
        return new Finding(verdict, backprop, Double.NaN, Double.NaN, Double.NaN, false);
    }

    /** Whether the gradient is wrong. */
    public boolean isWrong() {
        return verdict.isWrong();
    }

    /** Whether backprop and the estimate agree, at no kink. */
    public boolean agrees() {
        return verdict.agrees();
    }

    /** What decided. */
    public Evidence evidence() {
        return second ? Evidence.DIGITS : Evidence.DIFFERENCES;
    }

    /** The same in doubt; what was in doubt already keeps its reason. */
    Finding asUnresolved(String reason) {
        return verdict.isDoubt() ? this
                : new Finding(new Verdict.Unresolved(reason), backprop, estimate, error, bars, second);
    }

    /** The same called a kink. */
    Finding asKink(double left, double right, String convention) {
        return new Finding(new Verdict.Kink(left, right, convention), backprop, estimate, error, bars, second);
    }

    /** The same disagreement with a reason. */
    Finding asWrong(String reason) {
        return new Finding(new Verdict.Disagreement(reason), backprop, estimate, error, bars, second);
    }

    /** The same disagreement, of a point that is not the one in the text; there {@code here} was found. */
    Finding elsewhere(Finding here) {
        String reason = verdict.reason();
        return new Finding(new Verdict.Disagreement(reason == null ? "at another point" : reason + ", at another point"), backprop, estimate,
                error, bars, here.second);
    }

    /** The same as if found without the 60 digits. */
    Finding byDifferences() {
        return new Finding(verdict, backprop, estimate, error, bars, false);
    }

    /** How much it matters among those of one node: the worst one speaks for the node. */
    public int rank() {
        return RANKS.indexOf(verdict.word());
    }

    /** Of two as bad as each other, but for rounding, the first one stays. */
    boolean worseThan(Finding other) {
        return other == null || rank() > other.rank() || rank() == other.rank() && bars > SAME * other.bars;
    }
}
