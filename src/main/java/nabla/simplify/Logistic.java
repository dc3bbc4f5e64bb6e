package nabla.simplify;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.graph.Meaning;
import nabla.limit.Stop;
import nabla.op.Meanings;
import nabla.simplify.Term.Kind;

/** Reads e^u/(1 + e^u) as σ(u): wherever something is divided by 1 + e^u, e^u is written σ/(1 − σ), which then cancels. */
final class Logistic {

    private final TermMaker terms;
    private final Map<Term, Term> replaced = new LinkedHashMap<>();
    private final Set<Term> found = new HashSet<>();

    private Logistic(TermMaker terms) {
        this.terms = terms;
    }

    /** The term in terms of σ, multiplied out and cancelled; null if nothing is divided by 1 + e^u. */
    static Term of(TermMaker terms, Term term) {
        Logistic logistic = new Logistic(terms);
        logistic.find(term);
        if (logistic.replaced.isEmpty()) {
            return null;
        }
        return RationalForm.of(terms, logistic.substituted(term)).stream().reduce((a, b) -> terms.length(b) < terms.length(a) ? b : a).orElse(null);
    }

    private void find(Term term) {
        Stop.ifAsked();
        if (!term.is(Kind.SUM) && !term.is(Kind.PRODUCT) || !found.add(term)) {
            return;
        }
        for (int k = 0; k < term.arguments().size(); k++) {
            Term part = term.argument(k);
            boolean below = term.is(Kind.PRODUCT) && term.weights().get(k).sign() < 0;
            if (below && part.is(Kind.SUM) && part.arguments().size() == 2 && part.argument(0).isNumber(Coefficient.ONE)
                    && part.weights().stream().allMatch(Coefficient::isOne)) {
                Term power = part.argument(1);
                Term base = power.isPower() ? power.argument(0) : power;
                if (base.isCall(Meaning.EXPONENTIAL)) {
                    replaced.computeIfAbsent(base, this::odds);
                }
            }
            find(part);
        }
    }

    private Term odds(Term exponential) {
        Term share = terms.call(Meanings.of(Meaning.LOGISTIC), List.of(exponential.argument(0)));
        return terms.over(share, terms.minus(terms.one(), share));
    }

    private Term substituted(Term term) {
        Stop.ifAsked();
        Term known = replaced.get(term);
        if (known == null && (term.is(Kind.SUM) || term.is(Kind.PRODUCT))) {
            List<Term> parts = term.arguments().stream().map(this::substituted).toList();
            known = term.is(Kind.SUM) ? terms.sum(parts, term.weights()) : terms.product(term.factor(), parts, term.weights());
            replaced.put(term, known);
        }
        return known != null ? known : term;
    }
}
