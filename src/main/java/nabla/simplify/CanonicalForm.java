package nabla.simplify;

import java.util.HashMap;
import java.util.Map;

/** One form for all terms that arithmetic shows to be equal: multiplied out, and where there are fractions one over the other. */
final class CanonicalForm {

    private final Terms terms;
    private final Map<Term, Term> known = new HashMap<>();

    CanonicalForm(Terms terms) {
        this.terms = terms;
    }

    Term of(Term term) {
        Term form = known.get(term);
        if (form == null) {
            Term expanded = terms.expanded(term);
            form = ShorteningSigns.hasSumBelow(expanded) ? RationalForm.of(terms, expanded).stream().findFirst().orElse(expanded) : expanded;
            known.put(term, form);
        }
        return form;
    }
}
