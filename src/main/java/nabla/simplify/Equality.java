package nabla.simplify;

import java.util.Set;
import nabla.graph.Node;

/** Proves that two nodes are equal for all values of the inputs, wherever both have a value: their difference, in canonical form, is 0. */
public final class Equality {

    /** What a proof came to. Unknown does not mean different. */
    public enum Verdict { PROVED, UNKNOWN }

    private Equality() { }

    /** Compares down to the inputs; the rows of {@code distributions} add up to 1. */
    public static Verdict of(Node a, Node b, Set<? extends Node> distributions) {
        if (!a.shape().equals(b.shape())) {
            return Verdict.UNKNOWN;
        }
        return isZero(a, b, distributions, false) || isZero(a, b, distributions, true) ? Verdict.PROVED : Verdict.UNKNOWN;
    }

    /** Compares down to the inputs. */
    public static Verdict of(Node a, Node b) {
        return of(a, b, Set.of());
    }

    private static boolean isZero(Node a, Node b, Set<? extends Node> distributions, boolean expand) {
        try {
            Terms terms = new Terms(new Pool(distributions), true);
            TermReader reader = new TermReader(terms, expand, expand, new CanonicalForm(terms)::of);
            return new CanonicalForm(terms).of(terms.minus(reader.read(a), reader.read(b))).isZero();
        } catch (GivenUp tooLarge) {
            return false;
        }
    }
}
