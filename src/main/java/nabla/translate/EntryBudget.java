package nabla.translate;

import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.source.Span;

/**
 * How many entries the nodes of a submission may have in all, counted while they are built: numbers drawn at random take their memory at
 * once. A graph file is counted when it is complete ({@link Extent}).
 */
public final class EntryBudget {

    /** Calls of functions that are written out. */
    private static final int CALLS = 100_000;
    /** How many functions may be called inside of one another. */
    private static final int DEPTH = 50;

    /** Random numbers, in graph files too: they are drawn while the graph is built, before it is counted. As many as one matrix may hold. */
    private static final int DRAWN = Apply.MOST_ENTRIES;

    private final long most;
    private long spent;
    private long drawn;
    private int calls;
    private int depth;

    private EntryBudget(long most) {
        this.most = most;
    }

    public static EntryBudget ofSubmission() {
        return new EntryBudget(Extent.MOST);
    }

    static EntryBudget unlimited() {
        return new EntryBudget(Long.MAX_VALUE);
    }

    /**
     * Counts a call of a function in, which is written out until it {@link #leave is left}.
     *
     * @throws Fault if it is one too many
     */
    void enter(String function, Span span) {
        if (++calls > CALLS) {
            throw Fault.refused(span, "more than 100,000 calls of functions to be written out", "give results that are used again a name of their own");
        } else if (depth >= DEPTH) {
            throw Fault.refused(span, function + " is called inside of more than " + DEPTH + " other functions",
                    "give results on the way a name of their own");
        }
        depth++;
    }

    void leave() {
        depth--;
    }

    /**
     * Counts random numbers in, before they are drawn.
     *
     * @throws Fault if there are too many
     */
    void draw(int count, Span span) {
        drawn += count;
        if (drawn > DRAWN) {
            throw Fault.refused(span, "more than " + DRAWN / 1_000_000 + " million random numbers in one text",
                    "take smaller sizes, or declare what only has to be sampled: A in R(m, n)");
        }
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
