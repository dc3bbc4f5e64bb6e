package nabla.simplify;

import java.util.HashMap;
import java.util.Map;
import nabla.simplify.Term.Kind;

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
            form = hasSumBelow(expanded) ? RationalForm.of(terms, expanded).stream().findFirst().orElse(expanded) : expanded;
            known.put(term, form);
        }
        return form;
    }

    /** Whether something is divided by a sum. */
    private static boolean hasSumBelow(Term term) {
        boolean below = false;
        if (term.is(Kind.SUM) || term.is(Kind.PRODUCT)) {
            for (int k = 0; k < term.arguments().size(); k++) {
                Term argument = term.argument(k);
                below |= hasSumBelow(argument)
                        || term.is(Kind.PRODUCT) && argument.is(Kind.SUM) && term.weights().get(k).sign() < 0;
            }
        }
        return below;
    }
}
