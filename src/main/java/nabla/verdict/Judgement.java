package nabla.verdict;

/** What a claim is. */
public enum Judgement { RIGHT, WRONG, UNRESOLVED }
