package nabla.simplify;

import java.util.HashSet;
import java.util.Set;
import nabla.simplify.Term.Kind;

/**
 * Signs that polynomial division or factoring would make a term shorter: (x² − y²)/(x − y), x² + 2xy + y², or sums below fraction lines
 * in a long one.
 */
final class Hopes {

    private static final int SHORTEST_POLYNOMIAL = 9;
    private static final int SHORT = 12;

    private Hopes() { }

    /** Whether a term of this length shows one. */
    static boolean of(Term term, int length) {
        return length >= SHORTEST_POLYNOMIAL && hasLongSum(term) || length > SHORT && hasSumBelow(term)
                || term.is(Kind.PRODUCT) && mayCancel(term);
    }

    private static boolean isArithmetic(Term term) {
        return term.is(Kind.SUM) || term.is(Kind.PRODUCT);
    }

    private static boolean hasLongSum(Term term) {
        return isArithmetic(term)
                && (term.is(Kind.SUM) && term.arguments().size() > 2 || term.arguments().stream().anyMatch(Hopes::hasLongSum));
    }

    /** Whether something is divided by a sum. */
    static boolean hasSumBelow(Term term) {
        if (!isArithmetic(term)) {
            return false;
        }
        for (int k = 0; k < term.arguments().size(); k++) {
            boolean below = term.is(Kind.PRODUCT) && term.argument(k).is(Kind.SUM) && term.weights().get(k).sign() < 0;
            if (below || hasSumBelow(term.argument(k))) {
                return true;
            }
        }
        return false;
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
        if (isArithmetic(term)) {
            term.arguments().forEach(argument -> collect(argument, kernels));
        } else if (!term.is(Kind.NUMBER)) {
            kernels.add(term);
        }
    }
}
