package nabla.graph;

/** What may be true of an operation: facts that everybody asks the operation for, in place of a list of names. */
public enum Trait {
    /** f(−x) = −f(x). */
    ODD,
    /** f(−x) = f(x). */
    EVEN,
    /** No entry is ever negative. */
    NONNEGATIVE,
    /** No entry is negative where no entry of an argument is. */
    KEEPS_SIGN,
    /** It has a value, and a finite one but for overflow, wherever the arguments have. */
    TOTAL,
    /** Constant between jumps: a fact of the value, which a wrong backward rule does not change. */
    STEPWISE,
    /** Its value is told by the shape of its argument. */
    OF_SHAPE,
    /** Every entry is 0 or 1. */
    ZERO_OR_ONE,
    /** Written as its definition, of which it is the limit where that has no value. */
    LIMIT,
    /** Linear in the first argument, all of whose entries it puts in other places. */
    REARRANGES,
    /** It can stand behind a layer of a network. */
    ACTIVATION,
    /** Half of what enters is lost: the weights of a layer before it are drawn twice as wide. */
    RECTIFIER,
    /** It bends at 0 of its first argument, so that its derivative is told as a mask. */
    BEND,
    /** A smooth curve of networks: mistakes at it are told as those of an activation, not of a function of school. */
    CURVE,
    /** A function of school, whose derivative is taken for that of another. */
    TEXTBOOK,
    /** Learners write it out, and differentiate what they wrote. */
    WRITTEN_OUT,
    /** It passes the gradient on to one of its arguments, as a maximum does. */
    CHOOSES,
    /** It passes the gradient on to the entries that it picks, as the largest of each row. */
    PICKS,
    /** The loss of a network. */
    LOSS,
    /** Divided by the number of examples. */
    AVERAGES,
    /** Over the classes of each example: it has to be told the axis along which they lie. */
    BY_CLASS,
    /** Meant for square matrices, though others fit. */
    OF_SQUARES,
    /** Meant for rows and columns, though others fit. */
    OF_VECTORS,
    /** No function by name: a text writes it with a sign, or not at all. */
    UNNAMED
}
