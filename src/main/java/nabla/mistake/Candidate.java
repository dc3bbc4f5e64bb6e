package nabla.mistake;

import java.util.List;
import java.util.function.Supplier;
import nabla.graph.Node;

/**
 * A wrong gradient, and the mistake that leads to it.
 *
 * @param rank    how far from the simplest explanation, from 0
 * @param codes   of the mistake
 * @param message what to tell the learner
 * @param given   what the answer is compared with
 * @param answer  the answer itself, or what is derived from it
 * @param written one of these has to stand in the answer for this to be the mistake, if it is a formula; none for nothing
 */
record Candidate(int rank, Codes codes, Supplier<String> message, Node given, Node answer, Supplier<List<Node>> written) {

    /** The same for another answer. */
    Candidate of(Node other) {
        return new Candidate(rank, codes, message, given, other, written);
    }
}
