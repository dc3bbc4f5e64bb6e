package nabla.translate;

import nabla.graph.Node;
import nabla.source.Span;

/** How many entries the nodes of a text may have in all: what goes beyond was made by a machine, or by mistake. */
final class Budget {

    private static final long MOST = 200_000_000;

    private long spent;

    /**
     * Counts a node in.
     *
     * @throws Fault if it is one too many
     */
    void spend(Node node, Span span) {
        spent += node.shape().count();
        if (spent > MOST) {
            throw Fault.at(span, "refused: more than 200 million entries in all", "take smaller sizes");
        }
    }
}
