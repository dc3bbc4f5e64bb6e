package nabla.translate;

/** What a name becomes in the graph. */
enum Kind {
    /** A number that follows from sizes: a constant that keeps its name. */
    SIZE,
    /** A matrix that other definitions need before there is a graph: a constant too. */
    DATA,
    /** Given from outside: declared, or defined without variables. */
    LEAF,
    /** Computed from leaves. */
    COMPUTED
}
