package nabla.simplify;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Meaning;
import nabla.op.Sum;
import nabla.simplify.Term.Kind;

/** Multiplies out: products and matrix products of sums become sums of products. What would become too long is left as it is. */
final class ProductExpansion {

    private static final int MOST_TERMS = 120;
    private static final int HIGHEST_POWER = 8;

    private final TermMaker terms;
    private final Memo<Term> known = new Memo<>(this::whole);

    ProductExpansion(TermMaker terms) {
        this.terms = terms;
    }

    Term of(Term term) {
        return known.of(term);
    }

    private Term whole(Term term) {
        return terms.pool().stretch(expanded(term), term.shape());
    }

    private Term expanded(Term term) {
        return switch (term.kind()) {
            case SUM -> terms.sum(all(term.arguments()), term.weights());
            case PRODUCT -> product(term);
            case CHAIN -> chain(all(term.arguments()));
            default -> term.isCall(Meaning.ENTRY_SUM) ? total(term) : term;
        };
    }

    private List<Term> all(List<Term> arguments) {
        return arguments.stream().map(this::of).toList();
    }

    private Term total(Term term) {
        Term inner = of(term.argument(0));
        if (!inner.shape().isMatrix()) {
            List<Term> totals = parts(inner).stream()
                    .map(part -> new TensorTerms(terms).call(term.op(), List.of(terms.pool().stretch(part, inner.shape())))).toList();
            return terms.sum(totals, ones(totals));
        }
        int axis = ((Sum) term.op()).axes().number();
        List<Term> totals = parts(inner).stream()
                .map(part -> terms.total(axis, terms.pool().stretch(part, inner.shape()))).toList();
        return terms.sum(totals, ones(totals));
    }

    private Term product(Term term) {
        for (int k = 0; k < term.arguments().size() && term.arguments().size() > 1; k++) {
            if (term.weights().get(k).isOne() && hasFractions(term.argument(k))) {
                return of(distributed(term, k));
            }
        }
        List<Term> result = List.of(terms.pool().number(term.factor()));
        for (int k = 0; k < term.arguments().size(); k++) {
            Term base = of(term.argument(k));
            Coefficient exponent = term.weights().get(k);
            boolean whole = exponent.isWhole() && exponent.sign() > 0 && exponent.compareTo(Coefficient.of(HIGHEST_POWER)) <= 0;
            int times = whole ? exponent.top().intValueExact() : 1;
            List<Term> factor = whole ? parts(base) : List.of(terms.power(base, exponent));
            for (int n = 0; n < times; n++) {
                result = collected(products(result, factor));
            }
        }
        return terms.sum(result, ones(result));
    }

    private static boolean hasFractions(Term sum) {
        return sum.is(Kind.SUM) && sum.arguments().stream()
                .anyMatch(item -> item.is(Kind.PRODUCT) && item.weights().stream().anyMatch(exponent -> exponent.sign() < 0));
    }

    /** Multiplied into one of its sums only: the other factors may cancel against what is below a fraction line there. */
    private Term distributed(Term product, int k) {
        Term sum = product.argument(k);
        Term rest = terms.over(product, sum);
        return terms.sum(sum.arguments().stream().map(item -> terms.times(rest, item)).toList(), sum.weights());
    }

    private List<Term> products(List<Term> left, List<Term> right) {
        List<Term> products = new ArrayList<>();
        for (Term a : left) {
            for (Term b : right) {
                products.add(terms.times(a, b));
                checkLength(products);
            }
        }
        return products;
    }

    private Term chain(List<Term> factors) {
        List<List<Term>> result = List.of(List.of());
        for (Term factor : factors) {
            List<List<Term>> longer = new ArrayList<>();
            for (List<Term> start : result) {
                for (Term part : parts(factor)) {
                    List<Term> chain = new ArrayList<>(start);
                    chain.add(terms.pool().stretch(part, factor.shape()));
                    longer.add(chain);
                    checkLength(longer);
                }
            }
            result = longer;
        }
        List<Term> chains = result.stream().map(terms::chain).toList();
        return terms.sum(chains, ones(chains));
    }

    private static void checkLength(List<?> list) {
        if (list.size() > MOST_TERMS) {
            throw new Exhaustion("expansion");
        }
    }

    private List<Term> collected(List<Term> products) {
        return parts(terms.sum(products, ones(products)));
    }

    /** The terms of a sum, with their weights; of anything else the one. */
    private List<Term> parts(Term whole) {
        Term term = terms.pool().unstretched(whole);
        Coefficient factor = Coefficient.ONE;
        if (term.isMultiple()) {
            factor = term.factor();
            term = term.argument(0);
        }
        if (!term.is(Kind.SUM)) {
            return List.of(whole);
        }
        List<Term> parts = new ArrayList<>();
        for (int k = 0; k < term.arguments().size(); k++) {
            parts.add(terms.scale(term.weights().get(k).times(factor), term.argument(k)));
        }
        return parts;
    }

    private static List<Coefficient> ones(List<Term> terms) {
        return terms.stream().map(term -> Coefficient.ONE).toList();
    }
}
