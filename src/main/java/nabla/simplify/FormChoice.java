package nabla.simplify;

import java.util.HashSet;
import java.util.Set;
import nabla.graph.Meaning;
import nabla.limit.Stop;
import nabla.simplify.Term.Kind;

/**
 * Chooses the shortest of the forms of a term: as it stands, multiplied out, and as a quotient of polynomials without common factors.
 * The last needs a library that takes a tenth of a second to load, so it is tried only where there is hope.
 */
final class FormChoice {

    private static final int TOO_LONG = 2000;

    private final TermMaker terms;
    private final Memo<Term> settled = new Memo<>(this::shortest);

    FormChoice(TermMaker terms) {
        this.terms = terms;
    }

    Term of(Term term) {
        return settled.of(term);
    }

    private Term shortest(Term term) {
        boolean arithmetic = term.is(Kind.SUM) || term.is(Kind.PRODUCT) || term.is(Kind.CHAIN) || term.isCall(Meaning.ENTRY_SUM);
        if (!arithmetic || terms.length(term) > TOO_LONG) {
            return term;
        }
        Term best = new Repetition().in(term) ? collected(term) : term;
        Pythagoras squares = new Pythagoras(terms);
        if (squares.concerns(term)) {
            best = shorter(shorter(best, squares.of(best)), squares.of(terms.expanded(term)));
            for (Term form : RationalForm.of(terms, best)) {
                best = shorter(best, squares.of(form));
            }
        }
        return best;
    }

    private Term collected(Term term) {
        Term expanded = terms.expanded(term);
        // Each part of a sum is two symbols or more: what cannot be shorter is not written out to be measured.
        Term best = 2 * expanded.arguments().size() > terms.length(term) + 1 ? term : shorter(term, expanded);
        if (ShorteningSigns.of(best, terms.length(best))) {
            for (Term form : RationalForm.of(terms, best)) {
                best = shorter(best, form);
            }
        }
        Term logistic = Logistic.of(terms, best);
        return logistic == null ? best : shorter(best, logistic);
    }

    /** The shorter of two; of equally long ones that which is easier to read, or else the first. */
    private Term shorter(Term a, Term b) {
        int difference = terms.length(b) - terms.length(a);
        return difference < 0 || difference == 0 && awkwardness(b) < awkwardness(a) ? b : a;
    }

    private int awkwardness(Term term) {
        return Measure.awkwardness(terms.written(term).formula());
    }

    /** Whether some part occurs twice: otherwise nothing can cancel or be collected. */
    private static final class Repetition {

        private final Set<Term> seen = new HashSet<>();

        private boolean in(Term term) {
            Stop.ifAsked();
            boolean inner = term.is(Kind.SUM) || term.is(Kind.PRODUCT) || term.is(Kind.CHAIN)
                    || term.isCall(Meaning.ENTRY_SUM) || term.isCall(Meaning.STRETCH) || term.isCall(Meaning.TRANSPOSE);
            if (!inner) {
                return !term.is(Kind.NUMBER) && !seen.add(term);
            }
            for (Term argument : term.arguments()) {
                if (in(argument)) {
                    return true;
                }
            }
            return false;
        }
    }
}
