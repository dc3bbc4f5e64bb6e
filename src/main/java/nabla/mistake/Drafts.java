package nabla.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nabla.graph.Node;

/** The wrong gradients of one target, collected until there are too many to evaluate. */
final class Drafts {

    private final List<Candidate> candidates = new ArrayList<>();
    private final Node answer;
    private final long weight;
    private final SearchBudget budget;
    private int rank;

    /** For one answer; {@code weight} is how many numbers and nodes it takes to evaluate one wrong gradient. */
    Drafts(Node answer, long weight, SearchBudget budget) {
        this.answer = answer;
        this.weight = weight;
        this.budget = budget;
    }

    /** What is added from now on is a less simple explanation. */
    void next() {
        rank++;
    }

    /** Explanations of this rank and behind. */
    void at(int newRank) {
        rank = newRank;
    }

    boolean isFull() {
        return budget.isSpent() || candidates.size() * weight > SearchBudget.LOOK;
    }

    /** Adds a wrong gradient; one that is null, or of another shape than the answer, could not be it. */
    void add(Codes codes, String message, Node gradient) {
        add(codes, message, gradient, answer);
    }

    /** Adds something that is equal to something else if a mistake was made. */
    void add(Codes codes, String message, Node gradient, Node derived) {
        add(codes, () -> message, gradient, derived, List::of);
    }

    /** Adds the wrong gradient of whoever writes something in place of something else. */
    void add(Codes codes, String message, Node gradient, List<Node> written) {
        add(codes, () -> message, gradient, answer, () -> written);
    }

    private void add(Codes codes, Supplier<String> message, Node gradient, Node derived, Supplier<List<Node>> written) {
        if (gradient != null && gradient.shape().equals(derived.shape())) {
            budget.spend(weight);
            candidates.add(new Candidate(rank, codes, message, gradient, derived, written));
        }
    }

    /** Adds the wrong gradient of a slip at an edge; what to say of it is worked out if it is the answer. */
    void add(Slip slip, Edge edge, Naming naming, Node gradient) {
        add(slip, edge, naming, "", gradient);
    }

    /** The same with an end of the sentence. */
    void add(Slip slip, Edge edge, Naming naming, String end, Node gradient) {
        add(slip.codes(), () -> naming.sentence(slip.sentence(), edge) + end, gradient, answer, () -> slip.written().apply(edge).toList());
    }

    Node answer() {
        return answer;
    }

    List<Candidate> candidates() {
        return candidates;
    }
}
