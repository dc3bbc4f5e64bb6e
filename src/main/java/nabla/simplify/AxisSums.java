package nabla.simplify;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Meaning;
import nabla.limit.Stop;
import nabla.op.Diagonals;
import nabla.op.Sum;
import nabla.simplify.Term.Kind;
import nabla.tensor.Shape;

/** Sums over an axis: what does not change along it comes out, and rows known to add up to 1 do. */
final class AxisSums {

    private final TermMaker terms;

    AxisSums(TermMaker terms) {
        this.terms = terms;
    }

    Term of(int axis, Term term) {
        Stop.ifAsked();
        Shape shape = reduced(term.shape(), axis);
        if (shape.equals(term.shape())) {
            return term;
        }
        int least = shape.isScalar() ? -1 : axis;
        return terms.pool().stretch(total(least, term), shape);
    }

    private static Shape reduced(Shape shape, int axis) {
        return new Shape(axis == 1 ? shape.rows() : 1, axis == 0 ? shape.columns() : 1);
    }

    /** The result may be smaller where it would be stretched. */
    private Term total(int axis, Term term) {
        if (term.isCall(Meaning.STRETCH)) {
            Term inner = term.argument(0);
            Shape left = reduced(inner.shape(), axis);
            int copies = term.shape().count() / reduced(term.shape(), axis).count() * left.count() / inner.shape().count();
            return terms.scale(Coefficient.of(copies), of(axis, inner));
        }
        int along = terms.pool().distributions().axis(term);
        if (along >= 0 && (along == axis || axis == -1)) {
            return terms.pool().number(axis == -1 ? reduced(term.shape(), along).count() : 1);
        }
        Term diagonal = Matrices.diagonal(terms, term);
        if (diagonal != null) {
            return axis == 0 ? terms.transpose(diagonal) : axis == 1 ? diagonal : of(-1, diagonal);
        }
        return switch (term.kind()) {
            case PRODUCT -> product(axis, term);
            case SUM -> shorter(terms.each(term, part -> of(axis, part)), plain(axis, term));
            default -> plain(axis, term);
        };
    }

    private Term plain(int axis, Term term) {
        if (term.is(Kind.CHAIN) && terms.isCanonical()) {
            return chain(axis, term);
        }
        if (term.isCall(Meaning.ENTRY_SUM)) {
            return of(-1, term.argument(0));
        }
        if (term.isCall(Meaning.TRANSPOSE)) {
            return axis < 0 ? of(axis, term.argument(0)) : terms.transpose(of(1 - axis, term.argument(0)));
        }
        return terms.pool().call(new Sum(axis), List.of(term));
    }

    /** The sums of a matrix product are those of its first or last factor, times the others. */
    private Term chain(int axis, Term chain) {
        List<Term> factors = new ArrayList<>(chain.arguments());
        if (axis != 1) {
            factors.set(0, of(0, factors.get(0)));
        }
        if (axis != 0) {
            factors.set(factors.size() - 1, of(1, factors.get(factors.size() - 1)));
        }
        return terms.chain(factors);
    }

    private Term product(int axis, Term term) {
        Powers fixed = Powers.of(term, base -> isConstantAlong(axis, base.shape()));
        Term rest = Powers.of(term, base -> !isConstantAlong(axis, base.shape())).product(terms, Coefficient.ONE);
        if (fixed.isEmpty() && term.factor().isOne()) {
            return simple(axis, rest);
        }
        Term narrow = terms.pool().stretch(rest, alongAxis(axis, term.shape(), rest.shape()));
        return fixed.and(of(axis, narrow), Coefficient.ONE).product(terms, term.factor());
    }

    /** A product with nothing left to pull out. */
    private Term simple(int axis, Term term) {
        if (!term.is(Kind.PRODUCT)) {
            return of(axis, term);
        }
        Term trace = axis == -1 ? trace(term) : null;
        if (trace != null) {
            return trace;
        }
        boolean square = axis == -1 && !term.shape().isVector() && term.arguments().stream().allMatch(base -> base.shape().equals(term.shape()));
        if (terms.isCanonical() && square && isPair(term)) {
            return new Traces(terms).of(terms.chain(List.of(terms.transpose(term.argument(0)), term.argument(term.arguments().size() - 1))));
        }
        if (terms.isCanonical() && term.shape().isVector() && reduced(term.shape(), axis).isScalar() && isPair(term)) {
            Term b = term.argument(term.arguments().size() - 1);
            boolean column = term.shape().columns() == 1;
            return terms.chain(column ? List.of(terms.transpose(term.argument(0)), b) : List.of(term.argument(0), terms.transpose(b)));
        }
        for (int k = 0; k < term.arguments().size(); k++) {
            if (term.argument(k).is(Kind.SUM) && term.weights().get(k).isOne()) {
                Term expanded = terms.expanded(term);
                return expanded.is(Kind.SUM) ? shorter(terms.each(expanded, part -> of(axis, part)), plain(axis, term)) : plain(axis, term);
            }
        }
        return plain(axis, term);
    }

    /** Whether it is a·b or a², without roots or fractions. */
    private static boolean isPair(Term product) {
        boolean square = product.arguments().size() == 1 && product.weights().get(0).equals(Coefficient.of(2));
        return square || product.arguments().size() == 2 && product.weights().stream().allMatch(Coefficient::isOne);
    }

    private Term trace(Term term) {
        for (int k = 0; k < term.arguments().size(); k++) {
            Term identity = term.argument(k);
            if (identity.isIdentity() && term.weights().get(k).sign() > 0) {
                Term rest = Powers.of(term, base -> base != identity).product(terms, Coefficient.ONE);
                return rest.shape().equals(term.shape()) ? terms.call(new Diagonals.Trace(), List.of(rest)) : null;
            }
        }
        return null;
    }

    private Term shorter(Term a, Term b) {
        return terms.length(a) < terms.length(b) ? a : b;
    }

    private static boolean isConstantAlong(int axis, Shape shape) {
        return (axis == 1 || shape.rows() == 1) && (axis == 0 || shape.columns() == 1);
    }

    /** The size of the whole along the axes summed up, of the part elsewhere. */
    private static Shape alongAxis(int axis, Shape whole, Shape part) {
        return new Shape(axis == 1 ? part.rows() : whole.rows(), axis == 0 ? part.columns() : whole.columns());
    }
}
