package nabla.simplify;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Meaning;
import nabla.limit.Stop;
import nabla.op.Transpose;
import nabla.simplify.Term.Kind;
import nabla.tensor.Shape;

/** Matrix products and transposes: scalars come out to the front, transposes go inside, rows and columns of ones become sums. */
final class Chains {

    private final TermMaker terms;
    private final Memo<Term> turned = new Memo<>(this::turn);

    Chains(TermMaker terms) {
        this.terms = terms;
    }

    Term of(List<Term> arguments) {
        List<Term> scalars = new ArrayList<>();
        List<Term> factors = new ArrayList<>();
        Shape shape = new Shape(arguments.get(0).shape().rows(), arguments.get(arguments.size() - 1).shape().columns());
        for (Term argument : arguments) {
            Split split = split(argument);
            scalars.add(split.scalar());
            if (split.rest().is(Kind.CHAIN)) {
                factors.addAll(split.rest().arguments());
            } else if (!split.rest().shape().isScalar()) {
                factors.add(split.rest());
            }
        }
        if (terms.isCanonical()) {
            takeScalars(factors, scalars);
        }
        scalars.add(factors.isEmpty() ? terms.one() : matrices(factors));
        Term result = terms.product(Coefficient.ONE, scalars, scalars.stream().map(scalar -> Coefficient.ONE).toList());
        return terms.pool().stretch(result, shape);
    }

    /** Wherever one factor has a single row and a later one a single column, the product of those between is a number. */
    private void takeScalars(List<Term> factors, List<Term> scalars) {
        for (int from = 0; from < factors.size(); from++) {
            for (int to = from + 1; to < factors.size() && factors.get(from).shape().rows() == 1; to++) {
                if (factors.get(to).shape().columns() == 1) {
                    List<Term> inner = factors.subList(from, to + 1);
                    scalars.add(inner(List.copyOf(inner)));
                    inner.clear();
                    from--;
                    break;
                }
            }
        }
    }

    /** A number is its own transpose: of the two ways to write it, that which begins with what was made first. */
    private Term inner(List<Term> factors) {
        List<Term> turned = new ArrayList<>();
        factors.forEach(factor -> turned.add(0, transposed(factor)));
        Term product = matrices(factors);
        Term other = matrices(turned);
        return other.id() < product.id() ? other : product;
    }

    /** The product of factors without scalars. */
    private Term matrices(List<Term> factors) {
        if (factors.size() == 1) {
            return factors.get(0);
        }
        for (int k = 0; k < factors.size(); k++) {
            Term factor = factors.get(k);
            if (factor.isZero()) {
                Term last = factors.get(factors.size() - 1);
                return terms.zero(new Shape(factors.get(0).shape().rows(), last.shape().columns()));
            }
            if (factor.isIdentity()) {
                List<Term> others = new ArrayList<>(factors);
                others.remove(k);
                return of(others);
            }
            if (factor.isCall(Meaning.STRETCH)) {
                return stretched(factors, k);
            }
            Term diagonal = Matrices.diagonal(terms, factor);
            if (diagonal != null) {
                return scaled(factors, k, diagonal);
            }
        }
        return terms.pool().chain(factors);
    }

    /** A diagonal matrix scales the rows of the factor behind it, or the columns of that before it. */
    private Term scaled(List<Term> factors, int k, Term diagonal) {
        List<Term> others = new ArrayList<>(factors);
        others.remove(k);
        int at = Math.min(k, others.size() - 1);
        others.set(at, terms.times(at == k ? diagonal : transposed(diagonal), others.get(at)));
        return of(others);
    }

    /** A factor whose columns are all alike sums up what is to its right; one whose rows are, what is to its left. */
    private Term stretched(List<Term> factors, int k) {
        Term factor = factors.get(k);
        Term inner = factor.argument(0);
        List<Term> before = factors.subList(0, k);
        List<Term> after = factors.subList(k + 1, factors.size());
        int rows = factor.shape().rows();
        int columns = factor.shape().columns();
        if (inner.shape().columns() < columns && !after.isEmpty()) {
            Term column = terms.pool().stretch(inner, new Shape(rows, 1));
            return of(joined(before, column, terms.total(0, of(after))));
        }
        if (inner.shape().rows() < rows && !before.isEmpty()) {
            Term row = terms.pool().stretch(inner, new Shape(1, columns));
            return of(joined(terms.total(1, of(before)), row, after));
        }
        Term narrow = of(joined(before, inner, after));
        return terms.pool().stretch(narrow, outer(factors));
    }

    private static Shape outer(List<Term> factors) {
        return new Shape(factors.get(0).shape().rows(), factors.get(factors.size() - 1).shape().columns());
    }

    private static List<Term> joined(Object... parts) {
        List<Term> joined = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Term term) {
                joined.add(term);
            } else {
                ((List<?>) part).forEach(term -> joined.add((Term) term));
            }
        }
        return joined;
    }

    /** A term as a scalar in front of the rest. */
    private record Split(Term scalar, Term rest) { }

    private Split split(Term term) {
        Stop.ifAsked();
        if (term.shape().isScalar()) {
            return new Split(term, terms.one());
        }
        if (term.isCall(Meaning.STRETCH)) {
            Split inner = split(term.argument(0));
            return new Split(inner.scalar(), terms.pool().stretch(inner.rest(), term.shape()));
        }
        if (!term.is(Kind.PRODUCT)) {
            return new Split(terms.one(), term);
        }
        Powers scalars = Powers.of(term, factor -> factor.shape().isScalar());
        Powers others = Powers.of(term, factor -> !factor.shape().isScalar());
        return new Split(scalars.product(terms, term.factor()), others.product(terms, Coefficient.ONE));
    }

    Term transposed(Term term) {
        return term.shape().isScalar() || term.isIdentity() ? term : turned.of(term);
    }

    private Term turn(Term term) {
        List<Term> arguments = term.arguments();
        return switch (term.kind()) {
            case SUM -> terms.sum(arguments.stream().map(this::transposed).toList(), term.weights());
            case PRODUCT -> terms.product(term.factor(), arguments.stream().map(this::transposed).toList(), term.weights());
            case CHAIN -> {
                List<Term> reversed = new ArrayList<>();
                arguments.forEach(factor -> reversed.add(0, transposed(factor)));
                yield of(reversed);
            }
            default -> term.isCall(Meaning.TRANSPOSE) ? term.argument(0)
                    : term.isCall(Meaning.STRETCH) ? terms.pool().stretch(transposed(term.argument(0)), term.shape().transposed())
                    : terms.pool().call(new Transpose(), List.of(term));
        };
    }
}
