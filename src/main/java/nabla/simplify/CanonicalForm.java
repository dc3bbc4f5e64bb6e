package nabla.simplify;

/** One form for all terms that arithmetic shows to be equal: multiplied out, and where there are fractions one over the other. */
final class CanonicalForm {

    private final TermMaker terms;
    private final Memo<Term> forms = new Memo<>(this::form);

    CanonicalForm(TermMaker terms) {
        this.terms = terms;
    }

    Term of(Term term) {
        return forms.of(term);
    }

    private Term form(Term term) {
        Term expanded = terms.expanded(term);
        return ShorteningSigns.hasSumBelow(expanded) ? RationalForm.of(terms, expanded).stream().findFirst().orElse(expanded) : expanded;
    }
}
