package nabla.mistake;

/**
 * How likely mistakes are that give the same answer: the fewer things have to be wrong, and the less of the pass, the likelier. A smaller
 * number is likelier.
 */
final class Rank {

    /** The whole answer is 0, transposed or has the wrong sign. */
    static final int WHOLE = 0;
    /** The inner derivative is forgotten, which looks like a factor where it is a number. */
    static final int INNER = 1;
    /** The whole answer has a factor, 1/m above all. */
    static final int FACTOR = 2;
    /** What the shape says, penalties, labels, the value instead of the derivative. */
    static final int SHAPE = 3;
    /** The first of the families of slips at one use. */
    static final int FAMILY = 4;
    /** From this on explanations are of something that could be said of nearly any answer. */
    static final int VAGUE = FAMILY + 8;
    /** The last. */
    static final int LAST = 100;

    private Rank() { }
}
