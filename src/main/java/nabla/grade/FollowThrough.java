package nabla.grade;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nabla.backward.ReversePass;
import nabla.check.ClaimResult;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.matrix.Matrix;
import nabla.op.Algebra;
import nabla.op.Substitution;
import nabla.report.Report.Judgement;
import nabla.session.Examiner;
import nabla.translate.Model.Claim;
import nabla.translate.Stated;

/**
 * Whether a wrong answer is right given earlier ones: the reverse pass is run again from the gradients that the submission states for what
 * comes later in the graph, with the values it states, and an answer that uses other derivatives of its own is judged with the right ones in
 * their place. Nothing follows from an answer of the wrong shape, or from one that is zero where the right one is not, or infinite: then
 * everything after it would be so too. Nor from a mistake in what nobody asked for: it would cost no mark.
 */
final class FollowThrough {

    private final Examiner examiner;
    private final List<Stated> stated;
    private final List<ClaimResult> results;

    FollowThrough(Examiner examiner, List<Stated> stated, List<ClaimResult> results) {
        this.examiner = examiner;
        this.stated = stated;
        this.results = results;
    }

    boolean holds(int i) {
        Claim claim = stated.get(i).claim();
        if (claim.problem() != null || claim.answer() == null) {
            return false;
        }
        List<Integer> earlier = earlier(i);
        if (!earlier.isEmpty() && holds(claim, earlier)) {
            return true;
        }
        Claim truthful = stated.get(i).truthful();
        return truthful != null && truthful.problem() == null && !referred(i).isEmpty()
                && stated.get(i).references().stream().noneMatch(this::isMistakeBesides)
                && examiner.judge(truthful).judgement() == Judgement.RIGHT;
    }

    /** The first answer to blame, as the learner knows it. */
    String blamed(int i) {
        List<Integer> blamed = new ArrayList<>(earlier(i));
        blamed.addAll(referred(i));
        return blamed.stream().reduce((a, b) -> comesLater(a, b) ? b : a).map(k -> stated.get(k).asked())
                .map(asked -> asked.question() != null ? "answer to question " + asked.label() : asked.label()).orElse("earlier answer");
    }

    /** Whether answer b is nearer to the output than answer a. */
    private boolean comesLater(int a, int b) {
        Node first = stated.get(a).asked().by();
        Node second = stated.get(b).asked().by();
        return first != null && second != null && Topology.isBefore(first, second);
    }

    /** What this answer uses by name and is not right. */
    private List<Integer> referred(int i) {
        return stated.get(i).references().stream().filter(this::isUsable).toList();
    }

    /** Answers that are not exactly right and that this one may have been worked out from. */
    private List<Integer> earlier(int i) {
        return IntStream.range(0, stated.size()).filter(k -> k != i && isUsable(k) && (isGradientAfter(k, i) || isValueFor(k, i))).boxed()
                .toList();
    }

    private boolean isUsable(int k) {
        ClaimResult result = results.get(k);
        boolean exact = result == null || result.judgement() == Judgement.RIGHT && result.note() == null;
        boolean counts = result != null && (stated.get(k).asked().question() != null || result.judgement() == Judgement.RIGHT);
        return !exact && counts && result.judgement() != Judgement.UNRESOLVED && result.claim().problem() == null && !isTrivial(result.claim());
    }

    /** Whether something that nobody asked for is wrong, and not because of an answer that it uses. */
    private boolean isMistakeBesides(int k) {
        Stated besides = stated.get(k);
        return besides.asked().question() == null && besides.references().isEmpty()
                && (results.get(k) == null || results.get(k).judgement() != Judgement.RIGHT);
    }

    /** Zero where the right answer is not, or no number at all: whatever follows from it would be right by accident. */
    private boolean isTrivial(Claim claim) {
        Values values = Values.at(new Tape(List.of(claim.truth(), claim.answer())), examiner.points().text().get(0));
        Matrix answer = values.of(claim.answer());
        return !answer.isFinite() || !(answer.largest() > 0) && values.of(claim.truth()).largest() > 0;
    }

    private boolean isGradientAfter(int k, int i) {
        Node of = stated.get(i).asked().of();
        Node by = stated.get(i).asked().by();
        return of != null && of.shape().isScalar() && stated.get(k).asked().of() == of && Topology.isBefore(by, stated.get(k).asked().by());
    }

    private boolean isValueFor(int k, int i) {
        Node value = stated.get(k).asked().truth();
        return !stated.get(k).asked().isDerivative() && stated.get(i).claim().truth() != value
                && Topology.order(List.of(stated.get(i).claim().truth())).contains(value);
    }

    private boolean holds(Claim claim, List<Integer> earlier) {
        Map<Node, Node> gradients = new IdentityHashMap<>();
        Substitution values = new Substitution();
        boolean number = claim.kind() != Claim.Kind.FORMULA;
        for (int k : earlier) {
            Claim given = stated.get(k).claim();
            number |= given.kind() != Claim.Kind.FORMULA;
            if (given.by() != null) {
                gradients.put(given.by(), given.answer());
            } else {
                values.put(given.truth(), new Constant(Values.at(new Tape(List.of(given.answer())), Map.of()).of(given.answer())));
            }
        }
        Node truth = values.of(gradients.isEmpty() ? claim.truth() : again(claim, gradients));
        Claim.Kind kind = number ? Claim.Kind.NUMBER : claim.kind();
        Claim other = new Claim(claim.span(), claim.text(), kind, truth, claim.answer(), claim.written(), claim.within(), claim.digits(), null,
                null, claim.of(), claim.by(), List.of());
        return !isTrivial(new Claim(claim.span(), claim.text(), kind, claim.truth(), truth, null, Double.NaN, -1, null, null, null, null,
                List.of())) && examiner.judge(other).judgement() == Judgement.RIGHT;
    }

    /** The gradient worked out again, from what the submission says of later ones; right answers of its own stand as they are. */
    private static Node again(Claim claim, Map<Node, Node> gradients) {
        return new ReversePass(claim.of(), Algebra.ones(claim.of().shape()), List.of(claim.by()), gradients).gradient(claim.by());
    }
}
