package nabla.simplify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nabla.limit.Stop;
import nabla.simplify.Term.Kind;

/**
 * Signs that polynomial division or factoring would make a term shorter: (x² − y²)/(x − y), x² + 2xy + y², or sums below fraction lines
 * in a long one.
 */
final class ShorteningSigns {

    private static final int SHORTEST_POLYNOMIAL = 9;
    private static final int SHORT = 12;

    private ShorteningSigns() { }

    /** Whether a term of this length shows one. */
    static boolean of(Term term, int length) {
        return length >= SHORTEST_POLYNOMIAL && hasLongSum(term) || length > SHORT && hasSumBelow(term)
                || term.is(Kind.PRODUCT) && mayCancel(term);
    }

    private static boolean isArithmetic(Term term) {
        return term.is(Kind.SUM) || term.is(Kind.PRODUCT);
    }

    private static boolean hasLongSum(Term term) {
        return arithmetic(term).stream().anyMatch(part -> part.is(Kind.SUM) && part.arguments().size() > 2);
    }

    /** Whether something is divided by a sum. */
    static boolean hasSumBelow(Term term) {
        return arithmetic(term).stream().anyMatch(part -> part.is(Kind.PRODUCT) && IntStream.range(0, part.arguments().size())
                .anyMatch(k -> part.argument(k).is(Kind.SUM) && part.weights().get(k).sign() < 0));
    }

    /** The sums and products that a term is made of, each once however often it is used. */
    private static Set<Term> arithmetic(Term term) {
        return parts(term).stream().filter(ShorteningSigns::isArithmetic).collect(Collectors.toSet());
    }

    /** The same and what they are applied to. */
    private static Set<Term> parts(Term term) {
        Set<Term> parts = new HashSet<>(Set.of(term));
        Deque<Term> pending = new ArrayDeque<>(parts);
        while (!pending.isEmpty()) {
            Stop.ifAsked();
            Term part = pending.pop();
            if (isArithmetic(part)) {
                part.arguments().stream().filter(parts::add).forEach(pending::push);
            }
        }
        return parts;
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
        parts(term).stream().filter(part -> !isArithmetic(part) && !part.is(Kind.NUMBER)).forEach(kernels::add);
    }
}
