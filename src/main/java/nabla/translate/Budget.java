package nabla.translate;

import nabla.graph.Node;
import nabla.source.Span;

/**
 * How many entries the nodes of a submission may have in all, counted while they are built: numbers drawn at random take their memory at
 * once. A graph file is counted when it is complete ({@link Extent}).
 */
public final class Budget {

    private final long most;
    private long spent;

    private Budget(long most) {
        this.most = most;
    }

    public static Budget ofSubmission() {
        return new Budget(Extent.MOST);
    }

    static Budget unlimited() {
        return new Budget(Long.MAX_VALUE);
    }

    /**
     * Counts a node in.
     *
     * @throws Fault if it is one too many
     */
    void spend(Node node, Span span) {
        spent += node.shape().count();
        if (spent > most) {
            throw Fault.refused(span, "more than 200 million entries in all", "take smaller sizes");
        }
    }
}
