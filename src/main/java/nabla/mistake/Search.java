package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.report.Mistake;
import nabla.report.MistakeCode;
import nabla.source.Iteration;
import nabla.tensor.Tensor;

/**
 * The search for a mistake: at the operations as they are written, then at their parts and at what is written out, in the formula as it
 * was handed in, and last for two mistakes at once, one of which is on the whole answer.
 *
 * @param steps the steps of {@code for} blocks, by the names that are defined in them
 * @param seed  the gradient with respect to the root
 * @param slack how far the answer may be from what was meant
 */
record Search(Names names, Map<String, Iteration> steps, Node root, Node seed, Node target, List<Map<Input, Tensor>> points, AnswerTolerance slack, SearchBudget budget) {

    /** So many numbers are no coincidence of two mistakes. */
    private static final int EVIDENCE = 3;

    /** What is too vague to be one of two mistakes. */
    private static final Set<MistakeCode> VAGUE = Set.of(ZERO, VALUE, OTHER_VARIABLE, INTEGRATED);

    Optional<Mistake> mistake(Node answer) {
        List<Candidate> matches = single(answer);
        if (!matches.isEmpty() || !isTelling(answer)) {
            return MistakeChoice.of(matches);
        }
        List<Candidate> edits = question(Naming.of(names), root, target, answer).edits();
        if (edits.isEmpty() && isCancelled(answer)) {
            return Optional.of(new Mistake(List.of(ZERO), "the answer is 0 but for rounding: the sum in it is taken too early and cancels"));
        }
        return edits.isEmpty() ? two(answer) : MistakeChoice.of(edits);
    }

    /** Whether nothing is left of a formula but rounding. */
    private boolean isCancelled(Node answer) {
        Node truth = new Backprop(root, seed).gradient(target);
        boolean formula = Topology.order(List.of(answer)).stream().anyMatch(Input.class::isInstance);
        return formula && new ValueComparison(points).isRounding(answer, truth) && !new ValueComparison(points).is(truth, 0);
    }

    /** Whether an answer says enough for two mistakes to be found in it. */
    private boolean isTelling(Node answer) {
        boolean exact = slack.isExact();
        return exact && points.size() * answer.shape().count() >= EVIDENCE;
    }

    /** The mistake in an answer that has another one already. */
    Optional<Mistake> other(Node answer) {
        return MistakeChoice.of(besides(answer));
    }

    private List<Candidate> besides(Node answer) {
        return clear(question(Naming.of(names), root, target, answer).matches());
    }

    private List<Candidate> single(Node answer) {
        Naming naming = Naming.of(names);
        List<Candidate> matches = new ArrayList<>(question(naming, root, target, answer).matches());
        SteppedGraph parts = SteppedGraph.apart(root);
        // That another slope was used says less than which part of the right one is missing.
        if (parts.root() != root && matches.stream().allMatch(match -> match.codes().names().contains(List.of(ACTIVATION_AT)))) {
            matches.addAll(question(Naming.of(names, parts), parts.root(), parts.of(target), answer).matches());
        }
        if (matches.isEmpty()) {
            Idioms idioms = Idioms.in(root, points);
            if (idioms.root() != root) {
                matches.addAll(question(naming, idioms.root(), idioms.of(target), answer).matches());
            }
        }
        return matches;
    }

    private Question question(Naming naming, Node from, Node by, Node answer) {
        return new Question(naming.with(steps), new Backprop(from, seed, points), by, answer, points, slack, budget);
    }

    /** The mistakes of the graph are made once, and compared with the answer without each of those that may be made on the whole. */
    private Optional<Mistake> two(Node answer) {
        List<SecondMistake> twists = SecondMistake.of(answer, target, new Backprop(root, seed, points));
        List<Candidate> once = question(Naming.of(names), root, target, answer).candidates().stream()
                .filter(candidate -> candidate.answer() == answer).toList();
        for (SecondMistake twist : twists) {
            boolean same = twist.factor();
            List<Candidate> others = !same ? besides(twist.answer()) : clear(new Matches(points, slack).of(once.stream()
                    .filter(candidate -> candidate.rank() >= Rank.SHAPE && !candidate.codes().is(twist.code()))
                    .map(candidate -> candidate.of(twist.answer())).toList()));
            Optional<Mistake> other = MistakeChoice.of(new AnswerContents(answer, points).of(others));
            if (other.isPresent()) {
                return Optional.of(twist.with(other.get()));
            }
        }
        return Optional.empty();
    }

    /** Without what could be said of nearly any answer. */
    private static List<Candidate> clear(List<Candidate> matches) {
        return matches.stream().filter(match -> match.rank() < Rank.VAGUE && !match.codes().isAmong(VAGUE)).toList();
    }
}
