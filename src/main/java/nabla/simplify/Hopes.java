package nabla.simplify;

import java.util.HashSet;
import java.util.Set;
import nabla.simplify.Term.Kind;

/** Signs that polynomial division or factoring would help although a term is short: (x² − y²)/(x − y), x² + 2xy + y². */
final class Hopes {

    private static final int SHORTEST_POLYNOMIAL = 9;

    private Hopes() { }

    /** Whether a term of this length shows one. */
    static boolean of(Term term, int length) {
        if (term.is(Kind.SUM)) {
            return term.arguments().size() > 2 && length >= SHORTEST_POLYNOMIAL;
        }
        return term.is(Kind.PRODUCT) && mayCancel(term);
    }

    private static boolean mayCancel(Term product) {
        Set<Term> above = new HashSet<>();
        Set<Term> below = new HashSet<>();
        for (int k = 0; k < product.arguments().size(); k++) {
            if (product.argument(k).is(Kind.SUM)) {
                collect(product.argument(k), product.weights().get(k).sign() > 0 ? above : below);
            }
        }
        above.retainAll(below);
        return !above.isEmpty();
    }

    private static void collect(Term term, Set<Term> kernels) {
        if (term.is(Kind.SUM) || term.is(Kind.PRODUCT)) {
            term.arguments().forEach(argument -> collect(argument, kernels));
        } else if (!term.is(Kind.NUMBER)) {
            kernels.add(term);
        }
    }
}
