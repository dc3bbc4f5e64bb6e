package nabla.mistake;

/**
 * How much a search for a mistake may evaluate, counted in numbers and nodes of wrong gradients, not in time: the same name is found on
 * every machine, however busy it is. What shows on the whole answer (nothing, the sign, a factor) is looked for whatever is left.
 */
final class SearchBudget {

    /** Of a whole search: about a second of work. */
    static final long SEARCH = 12_000_000;

    /** Of one look at a graph, so that something is left for the next. */
    static final long LOOK = 4_000_000;

    private long left;

    SearchBudget(long numbers) {
        this.left = numbers;
    }

    void spend(long numbers) {
        left -= numbers;
    }

    boolean isSpent() {
        return left <= 0;
    }
}
