package nabla.simplify;

import nabla.graph.Node;

/** Proves that two nodes are equal for all values of the inputs, wherever both have a value: their difference, in canonical form, is 0. */
public final class Equality {

    /** What a proof came to. Unknown does not mean different. */
    public enum Verdict { PROVED, UNKNOWN }

    private Equality() { }

    /** Compares down to the inputs, about which some facts are known. */
    public static Verdict of(Node a, Node b, Facts facts) {
        if (!a.shape().equals(b.shape())) {
            return Verdict.UNKNOWN;
        }
        boolean proved = isSame(a, b, facts) || isZero(a, b, facts, false) || isZero(a, b, facts, true);
        return proved ? Verdict.PROVED : Verdict.UNKNOWN;
    }

    /** Compares without knowing anything beforehand. */
    public static Verdict of(Node a, Node b) {
        return of(a, b, Facts.NONE);
    }

    /** Cheap, and enough for most: the rules alone bring both to the same term. */
    private static boolean isSame(Node a, Node b, Facts facts) {
        try {
            TermReader reader = new TermReader(new Terms(new Pool(facts)), true, false, term -> term);
            return reader.read(a) == reader.read(b);
        } catch (GivenUp tooLarge) {
            return false;
        }
    }

    private static boolean isZero(Node a, Node b, Facts facts, boolean expand) {
        try {
            Terms terms = new Terms(new Pool(facts), true);
            CanonicalForm form = new CanonicalForm(terms);
            TermReader reader = new TermReader(terms, expand, expand, form::of);
            return form.of(terms.minus(reader.read(a), reader.read(b))).isZero();
        } catch (GivenUp tooLarge) {
            return false;
        }
    }
}
