package nabla.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.report.Report.Mistake;

/**
 * The search for a mistake: at the operations as they are written, then at their parts and at what is written out, in the formula as it
 * was handed in, and last for two mistakes at once, one of which is on the whole answer.
 *
 * @param seed  the gradient with respect to the root
 * @param slack how far the answer may be from what was meant
 */
record Search(Names names, Node root, Node seed, Node target, List<Map<Input, Matrix>> points, Slack slack) {

    /** So many numbers are no coincidence of two mistakes. */
    private static final int EVIDENCE = 3;

    /** What is too vague to be one of two mistakes. */
    private static final Set<String> VAGUE = Set.of("zero", "value", "other-variable", "integrated");

    Optional<Mistake> mistake(Node answer) {
        List<Candidate> matches = single(answer);
        if (!matches.isEmpty() || !isTelling(answer)) {
            return Telling.of(matches);
        }
        List<Candidate> edits = question(Naming.of(names), root, target, answer).edits();
        return edits.isEmpty() ? two(answer) : Telling.of(edits);
    }

    /** Whether an answer says enough for two mistakes to be found in it. */
    private boolean isTelling(Node answer) {
        boolean exact = slack.isExact();
        return exact && points.size() * answer.shape().count() >= EVIDENCE;
    }

    /** The mistake in an answer that has another one already. */
    Optional<Mistake> other(Node answer) {
        return Telling.of(question(Naming.of(names), root, target, answer).matches().stream()
                .filter(match -> match.rank() < Question.VAGUE && !VAGUE.contains(match.codes().get(0))).toList());
    }

    private List<Candidate> single(Node answer) {
        Naming naming = Naming.of(names);
        List<Candidate> matches = new ArrayList<>(question(naming, root, target, answer).matches());
        Parts parts = Parts.apart(root);
        // That another slope was used says less than which part of the right one is missing.
        if (parts.root() != root && matches.stream().allMatch(match -> match.codes().contains("activation-at"))) {
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
        return new Question(naming, new Backprop(from, seed), by, answer, points, slack);
    }

    private Optional<Mistake> two(Node answer) {
        for (Twist twist : Twist.of(answer, target, new Backprop(root, seed))) {
            Optional<Mistake> other = other(twist.answer());
            if (other.isPresent()) {
                return Optional.of(twist.with(other.get()));
            }
        }
        return Optional.empty();
    }
}
