package nabla.claim;

import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.model.Claim;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;

/**
 * A claim and what became of it.
 *
 * @param truth   the right answer at the first point; null for a claim that cannot be judged
 * @param points  at how many points it was compared
 * @param shown   where it is wrong, or what is known where it is open
 * @param note    for example "as rounded", or why it could not be judged; may be null
 * @param kink    the operation that has a kink where another of the right answers was claimed than backprop's, or one that is wrong for the kink alone; or null
 */
public record ClaimResult(Claim claim, Judgement judgement, Tensor truth, int points, Comparison shown, String note, Apply kink) {

    /** What was claimed at a point, and the right answer there. */
    public record Comparison(Map<Input, Tensor> point, Tensor yours, Tensor correct) {

        static final Comparison NONE = new Comparison(null, null, null);
    }

    /** The same of another claim. */
    public ClaimResult of(Claim other) {
        return new ClaimResult(other, judgement, truth, points, shown, note, kink);
    }

    /** A point where it is wrong, or null. */
    public Map<Input, Tensor> witness() {
        return shown.point();
    }

    /** What was claimed at the witness. */
    public Tensor yours() {
        return shown.yours();
    }

    /** The right answer at the witness. */
    public Tensor correct() {
        return shown.correct();
    }
}
