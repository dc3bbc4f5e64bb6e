package nabla.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.op.Unary;
import nabla.simplify.Term.Kind;

/** Shortens sums by sin² + cos² = 1 and cosh² − sinh² = 1: where a part of the sum vanishes, one square is written by way of the other. */
final class Pythagoras {

    private static final int MOST_PARTS = 40;
    private final TermMaker terms;
    private final Memo<Term> known = new Memo<>(this::rewritten);

    Pythagoras(TermMaker terms) {
        this.terms = terms;
    }

    /** Whether a square of one of the functions occurs in it. */
    boolean concerns(Term term) {
        return concerns(term, new HashMap<>());
    }

    private static boolean concerns(Term term, Map<Term, Boolean> seen) {
        if (!term.is(Kind.SUM) && !term.is(Kind.PRODUCT)) {
            return false;
        }
        Boolean before = seen.get(term);
        if (before == null) {
            before = square(term) >= 0;
            for (int k = 0; k < term.arguments().size() && !before; k++) {
                before = concerns(term.argument(k), seen);
            }
            seen.put(term, before);
        }
        return before;
    }

    /** The place of a factor that is such a function to a power of 2 or more; or −1. */
    private static int square(Term term) {
        for (int k = 0; term.is(Kind.PRODUCT) && k < term.arguments().size(); k++) {
            Term base = term.argument(k);
            Coefficient power = term.weights().get(k);
            if (partner(base) != null && power.isWhole() && power.top().intValue() >= 2) {
                return k;
            }
        }
        return -1;
    }

    /** How the square of a function is written by that of another; null where it is not. */
    private static Unary.Partner partner(Term term) {
        return term.is(Kind.CALL) && term.op() instanceof Unary function ? function.partner() : null;
    }

    /** The term with all its sums shortened. */
    Term of(Term term) {
        return term.is(Kind.SUM) || term.is(Kind.PRODUCT) ? known.of(term) : term;
    }

    private Term rewritten(Term term) {
        List<Term> parts = term.arguments().stream().map(this::of).toList();
        Term result = parts.equals(term.arguments()) ? term
                : term.is(Kind.SUM) ? terms.pool().stretch(terms.sum(parts, term.weights()), term.shape()) : terms.product(term.factor(), parts, term.weights());
        return result.is(Kind.SUM) && result.arguments().size() <= MOST_PARTS ? shortened(result) : result;
    }

    private Term shortened(Term sum) {
        for (int k = 0; k < sum.arguments().size(); k++) {
            int at = square(sum.argument(k));
            if (at >= 0) {
                Term other = rewritten(sum, k, at);
                if (parts(other) < sum.arguments().size() && terms.length(other) < terms.length(sum)) {
                    return other.is(Kind.SUM) ? shortened(other) : of(other);
                }
            }
        }
        return sum;
    }

    private static int parts(Term term) {
        Term sum = term.isMultiple() ? term.argument(0) : term;
        return sum.is(Kind.SUM) ? sum.arguments().size() : 1;
    }

    /** The sum with one square in one of its parts written by the other function. */
    private Term rewritten(Term sum, int k, int at) {
        Term part = sum.argument(k);
        Term base = part.argument(at);
        Unary.Partner partner = partner(base);
        Term rest = terms.product(Coefficient.ONE, List.of(part, base), List.of(Coefficient.ONE, Coefficient.of(-2)));
        Term other = terms.call(partner.other(), List.of(base.argument(0)));
        Term square = terms.product(Coefficient.ONE, List.of(rest, other), List.of(Coefficient.ONE, Coefficient.of(2)));
        List<Term> parts = new ArrayList<>(sum.arguments());
        List<Coefficient> weights = new ArrayList<>(sum.weights());
        Coefficient weight = weights.get(k).times(Coefficient.of(partner.own()));
        parts.set(k, rest);
        weights.set(k, weight);
        parts.add(square);
        weights.add(weight.times(Coefficient.of(-partner.others())));
        return terms.pool().stretch(terms.sum(parts, weights), sum.shape());
    }
}
