package nabla.assembly;

/** Who reads what is said of a wrong claim. */
public enum Audience {
    /** A report, in which v1, v2, … stand in the table above. */
    REPORT,
    /** A session without such a table: what has no name is written out. */
    SESSION,
    /** Somebody who is to find the answer: it is not told either. */
    LEARNER
}
