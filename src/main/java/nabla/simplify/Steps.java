package nabla.simplify;

/**
 * How many steps the formulas, or the proofs, of one report may take together. Both are optional: without one a gradient is shown by the
 * chain rule, and a claim is right at so many points. Counted in steps, so that reports are the same on every machine.
 */
public final class Steps {

    /** A report of a thousand nodes takes fewer; so many take a second or two. */
    private static final long OF_FORMULAS = 1_000_000;
    private static final long OF_PROOFS = 3_000_000;
    /** What is left for each when all are spent: enough for a local derivative. */
    private static final int FEW = 500;

    private final long most;
    private long left;

    private Steps(long most) {
        this.most = most;
        this.left = most;
    }

    /** For the formulas of a report. */
    public static Steps ofFormulas() {
        return new Steps(OF_FORMULAS);
    }

    /** For the proofs of the claims of a report. */
    public static Steps ofProofs() {
        return new Steps(OF_PROOFS);
    }

    /** For single formulas, which have a bound of their own. */
    public static Steps unlimited() {
        return new Steps(Long.MAX_VALUE);
    }

    /** As many as at first, for what comes next. */
    public void renew() {
        left = most;
    }

    /** Whether there are none left. */
    public boolean areSpent() {
        return left <= 0;
    }

    /** How many one formula may take that would otherwise take so many. */
    int of(int most) {
        return areSpent() ? Math.min(FEW, most) : most;
    }

    void spend(int steps) {
        left -= steps;
    }
}
