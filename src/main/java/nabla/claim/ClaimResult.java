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
 * @param witness a point where it is wrong, or null
 * @param yours   what was claimed there
 * @param correct the right answer there
 * @param note    for example "as rounded", or why it could not be judged; may be null
 * @param kink    the operation that has a kink where another of the right answers was claimed than backprop's, or one that is wrong for the kink alone; or null
 */
public record ClaimResult(Claim claim, Judgement judgement, Tensor truth, int points, Map<Input, Tensor> witness, Tensor yours,
        Tensor correct, String note, Apply kink) {

    /** Without a kink. */
    public ClaimResult(Claim claim, Judgement judgement, Tensor truth, int points, Map<Input, Tensor> witness, Tensor yours, Tensor correct, String note) {
        this(claim, judgement, truth, points, witness, yours, correct, note, null);
    }
}
