package nabla.grade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nabla.backward.ReversePass;
import nabla.claim.ClaimResult;
import nabla.forward.Values;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.homework.SubmittedAnswer;
import nabla.model.Claim;
import nabla.op.Algebra;
import nabla.op.Substitution;
import nabla.session.Examiner;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;

/**
 * Whether a wrong answer is right given earlier ones. A formula that uses them by name is judged with the right ones in their place: it
 * follows if it is then right, whatever they are but 0 or infinite. In an answer that does not, as in a number, nothing can be put in place of anything:
 * the reverse pass is run again from the gradients that the submission states for what comes later in the graph, with the values it
 * states. That proves something only where they are of the size of the right ones, and where the answer shows them: it must not be what
 * is left of the gradient without them. Nothing follows from a mistake in what nobody asked for: it would cost no mark.
 */
final class FollowThrough {

    /** How many times larger or smaller than the right answer one may be from which a number follows: 1/m is forgotten with m of hundreds. */
    private static final double SIZE = 1000;

    private final Examiner examiner;
    private final List<SubmittedAnswer> stated;
    private final List<ClaimResult> results;
    private final Convention convention;
    private final Map<Integer, Boolean> known = new HashMap<>();

    FollowThrough(Examiner examiner, List<SubmittedAnswer> stated, List<ClaimResult> results, Convention convention) {
        this.convention = convention;
        this.examiner = examiner;
        this.stated = stated;
        this.results = results;
    }

    boolean holds(int i) {
        return known.computeIfAbsent(i, this::follows);
    }

    private boolean follows(int i) {
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
        return stated.get(i).references().stream().filter(this::isWrong).filter(k -> isSomething(results.get(k).claim())).toList();
    }

    /** Whether an answer is neither 0 where the right one is not nor infinite: all that uses such a one would be so too. */
    private boolean isSomething(Claim claim) {
        Tensor answer = value(claim.answer());
        return answer.isFinite() && (answer.largest() > 0 || !(value(claim.truth()).largest() > 0));
    }

    private Tensor value(Node node) {
        return Values.of(node, examiner.points().text().get(0));
    }

    /** Answers that are not exactly right and that this one may have been worked out from. */
    private List<Integer> earlier(int i) {
        return IntStream.range(0, stated.size()).filter(k -> k != i && isWrong(k) && (isGradientAfter(k, i) || isValueFor(k, i))
                && isOfSize(results.get(k).claim())).boxed().toList();
    }

    private boolean isWrong(int k) {
        ClaimResult result = results.get(k);
        boolean exact = result == null || result.judgement() == Judgement.RIGHT && result.note() == null;
        boolean counts = result != null && (stated.get(k).asked().question() != null || result.judgement() == Judgement.RIGHT);
        return !exact && counts && result.judgement() != Judgement.UNRESOLVED && result.claim().problem() == null;
    }

    /** Whether something that nobody asked for is wrong, and not because of an answer that it uses. */
    private boolean isMistakeBesides(int k) {
        SubmittedAnswer besides = stated.get(k);
        return besides.asked().question() == null && besides.references().isEmpty()
                && (results.get(k) == null || results.get(k).judgement() != Judgement.RIGHT);
    }

    /** Whether an answer is of the order of size of the right one; from others, as 1e-30, everything that has another part would follow. */
    private boolean isOfSize(Claim claim) {
        double ratio = value(claim.answer()).largest() / value(claim.truth()).largest();
        return ratio <= SIZE && ratio >= 1 / SIZE;
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
                gradients.put(given.by(), Algebra.mul(1 / convention.scale(given), given.answer()));
            } else {
                values.put(given.truth(), new Constant(Values.of(given.answer(), Map.of())));
            }
        }
        Claim.Kind kind = number ? Claim.Kind.NUMBER : claim.kind();
        boolean follows = examiner.judge(claim.against(kind, values.of(gradients.isEmpty() ? claim.truth() : again(claim, gradients))))
                .judgement() == Judgement.RIGHT;
        if (!follows || gradients.isEmpty()) {
            return follows;
        }
        gradients.replaceAll((by, gradient) -> Algebra.zeros(gradient.shape()));
        return examiner.judge(claim.against(kind, values.of(again(claim, gradients)))).judgement() != Judgement.RIGHT;
    }

    /** The gradient worked out again, from what the submission says of later ones; right answers of its own stand as they are. */
    private Node again(Claim claim, Map<Node, Node> gradients) {
        return Algebra.mul(convention.scale(claim),
                new ReversePass(claim.of(), Algebra.ones(claim.of().shape()), List.of(claim.by()), gradients).gradient(claim.by()));
    }
}
