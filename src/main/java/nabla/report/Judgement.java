package nabla.report;

/** What a claim is. */
public enum Judgement { RIGHT, WRONG, UNRESOLVED }
