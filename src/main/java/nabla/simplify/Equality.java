package nabla.simplify;

import nabla.graph.Node;

/** Proves that two nodes are equal for all values of the inputs, wherever both have a value: their difference, in canonical form, is 0. */
public final class Equality {

    /** What a proof came to. Unknown does not mean different. */
    public enum Verdict { PROVED, UNKNOWN }

    private Equality() { }

    /** Compares down to the inputs, about which some facts are known. */
    public static Verdict of(Node a, Node b, Facts facts) {
        return of(a, b, facts, Steps.unlimited());
    }

    /** The same within a number of steps for all comparisons of a report. */
    public static Verdict of(Node a, Node b, Facts facts, Steps steps) {
        if (!a.shape().equals(b.shape())) {
            return Verdict.UNKNOWN;
        }
        boolean proved = isSame(a, b, facts, steps) || isZero(a, b, facts, false, steps) || isZero(a, b, facts, true, steps);
        return proved ? Verdict.PROVED : Verdict.UNKNOWN;
    }

    /** Compares without knowing anything beforehand. */
    public static Verdict of(Node a, Node b) {
        return of(a, b, Facts.NONE);
    }

    /** Cheap, and enough for most: the rules alone bring both to the same term. */
    private static boolean isSame(Node a, Node b, Facts facts, Steps steps) {
        TermPool pool = new TermPool(facts, steps);
        try {
            TermReader reader = new TermReader(new TermMaker(pool), true, false, term -> term);
            return reader.read(a) == reader.read(b);
        } catch (Exhaustion tooLarge) {
            return false;
        } finally {
            steps.spend(pool.steps());
        }
    }

    private static boolean isZero(Node a, Node b, Facts facts, boolean expand, Steps steps) {
        TermPool pool = new TermPool(facts, steps);
        try {
            TermMaker terms = new TermMaker(pool, true);
            CanonicalForm form = new CanonicalForm(terms);
            TermReader reader = new TermReader(terms, expand, expand, form::of);
            return form.of(terms.minus(reader.read(a), reader.read(b))).isZero();
        } catch (Exhaustion tooLarge) {
            return false;
        } finally {
            steps.spend(pool.steps());
        }
    }
}
