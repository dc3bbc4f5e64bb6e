package nabla.grade;

import java.util.List;
import nabla.claim.ClaimResult;
import nabla.graph.Input;
import nabla.homework.Problem;
import nabla.homework.SubmittedAnswer;
import nabla.model.Claim;
import nabla.session.Examiner;
import nabla.verdict.Judgement;

/**
 * Where a submission has the factor 1/m of a mean: in every gradient of the output, or only in those of the parameters, as many courses
 * write dZ = A − Y and dW = 1/m · dZ Aᵀ. Which of the two is meant is told by most of the evidence; by either, a slip costs that slip.
 *
 * @param mean m, where it is left to the parameters; otherwise 1
 */
record Convention(Problem problem, int mean, List<SubmittedAnswer> stated, List<ClaimResult> results) {

    /** Whether the gradient that a claim is about is m times as large by this convention. */
    boolean applies(Claim claim) {
        return mean != 1 && problem.isInner(claim.of(), claim.by());
    }

    /** The factor of a claim. */
    double scale(Claim claim) {
        return applies(claim) ? mean : 1;
    }

    boolean isOpen() {
        boolean inner = stated.stream().anyMatch(one -> one.borrowed() || one.claim() != null && problem.isInner(one.claim().of(), one.claim().by()));
        return inner && results.stream().anyMatch(result -> result != null && result.judgement() != Judgement.RIGHT);
    }

    /** Whether the gradient of a parameter takes the mean itself: with the gradients of inner nodes m times as large it is right. */
    boolean isShown(Examiner examiner) {
        for (int i = 0; i < stated.size(); i++) {
            SubmittedAnswer one = stated.get(i);
            boolean parameter = one.claim() != null && one.claim().of() == problem.model().root() && one.claim().by() instanceof Input;
            if (parameter && (one.truthful() != null ? examiner.judge(one.truthful()) : results.get(i)).judgement() == Judgement.RIGHT) {
                return true;
            }
        }
        return false;
    }

    /** A result without the factor: mistakes are made in the gradient as it is. */
    ClaimResult plain(ClaimResult result) {
        return applies(result.claim()) ? Examiner.without(mean, result) : result;
    }
}
