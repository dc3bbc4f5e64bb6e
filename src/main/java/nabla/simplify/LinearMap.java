package nabla.simplify;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Trait;
import nabla.simplify.Term.Kind;
import nabla.tensor.Shape;

/**
 * The matrix M of a vector-valued term that is linear in a vector g: the term is M g, both read as columns. A rule that sends a gradient
 * back becomes the transpose of a Jacobian this way: p·(g − Σ g·p) becomes diag(p) − p pᵀ.
 */
final class LinearMap {

    private final TermMaker terms;
    private final Term seed;
    private final Memo<Boolean> dependent = new Memo<>(this::isDependent);
    private final Memo<Term> maps = new Memo<>(this::map);

    LinearMap(TermMaker terms, Term seed) {
        this.terms = terms;
        this.seed = seed;
    }

    /**
     * The matrix: a row for each entry of the term, a column for each of g.
     *
     * @throws Exhaustion if the term is not seen to be linear
     */
    Term of(Term term) {
        return maps.of(term);
    }

    private Term map(Term term) {
        if (term.isZero()) {
            return terms.zero(new Shape(term.shape().count(), seed.shape().count()));
        }
        if (!term.shape().isVector() || !depends(term)) {
            throw new Exhaustion("not linear");
        }
        return switch (term.kind()) {
            case SUM -> terms.each(term, this::of);
            case PRODUCT -> product(term);
            case CHAIN -> chain(term.arguments());
            case CALL -> call(term);
            default -> terms.pool().eye(seed.shape().count());
        };
    }

    /**
     * A term in which g does not occur.
     *
     * @throws Exhaustion if it does
     */
    Term constant(Term term) {
        if (depends(term)) {
            throw new Exhaustion("not linear");
        }
        return term;
    }

    private boolean depends(Term term) {
        return dependent.of(term);
    }

    private boolean isDependent(Term term) {
        return term == seed || term.arguments().stream().anyMatch(this::depends);
    }

    /** One factor is linear, the others scale its rows. */
    private Term product(Term product) {
        Term linear = null;
        Powers others = new Powers();
        for (int k = 0; k < product.arguments().size(); k++) {
            if (!depends(product.argument(k))) {
                others.and(product.argument(k), product.weights().get(k));
            } else if (linear == null && product.weights().get(k).isOne()) {
                linear = product.argument(k);
            } else {
                throw new Exhaustion("not linear");
            }
        }
        Term scale = others.product(terms, product.factor());
        Term inner = terms.pool().stretch(linear, product.shape());
        if (linear.is(Kind.SUM)) {
            List<Term> parts = linear.arguments().stream().map(part -> of(terms.pool().stretch(terms.times(scale, part), product.shape()))).toList();
            return terms.sum(parts, linear.weights());
        }
        return terms.times(column(scale), of(inner));
    }

    private Term column(Term vector) {
        return vector.shape().columns() == 1 ? vector : terms.transpose(vector);
    }

    /** Matrices before a column multiply its map; those behind a row, too, transposed. */
    private Term chain(List<Term> factors) {
        int last = factors.size() - 1;
        if (depends(factors.get(last)) && factors.get(last).shape().columns() == 1) {
            return around(factors.subList(0, last), of(factors.get(last)));
        }
        if (depends(factors.get(0)) && factors.get(0).shape().rows() == 1) {
            List<Term> turned = new ArrayList<>();
            factors.subList(1, last + 1).forEach(factor -> turned.add(0, terms.transpose(factor)));
            return around(turned, of(factors.get(0)));
        }
        throw new Exhaustion("not linear");
    }

    private Term around(List<Term> before, Term map) {
        if (before.stream().anyMatch(this::depends)) {
            throw new Exhaustion("not linear");
        }
        List<Term> all = new ArrayList<>(before);
        all.add(map);
        return terms.chain(all);
    }

    private Term call(Term call) {
        Term inner = call.argument(0);
        Shape shape = new Shape(call.shape().count(), seed.shape().count());
        if (call.isCall(Trait.REARRANGES)) {
            return of(inner);
        }
        return switch (call.op().meaning()) {
            case STRETCH -> terms.pool().stretch(of(inner), shape);
            case ENTRY_SUM -> call.shape().isScalar() ? terms.total(0, of(inner)) : of(inner);
            case CHOICE -> where(call);
            default -> throw new Exhaustion("not linear");
        };
    }

    /** One branch is linear, the other 0. */
    private Term where(Term call) {
        Shape shape = call.shape();
        Term condition = column(terms.pool().stretch(call.argument(0), shape));
        Term yes = call.argument(1);
        Term no = call.argument(2);
        if (depends(call.argument(0)) || !yes.isZero() && !no.isZero()) {
            throw new Exhaustion("not linear");
        }
        Term map = of(terms.pool().stretch(yes.isZero() ? no : yes, shape));
        Term zero = terms.pool().number(0);
        return terms.call(call.op(), yes.isZero() ? List.of(condition, zero, map) : List.of(condition, map, zero));
    }
}
