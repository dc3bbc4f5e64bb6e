package nabla.simplify;

import java.util.List;
import nabla.graph.Meaning;
import nabla.graph.Op;
import nabla.limit.Stop;
import nabla.op.Meanings;
import nabla.op.Sum;
import nabla.simplify.Term.Kind;
import nabla.tensor.Axes;
import nabla.tensor.Shape;

/**
 * Sums, transposes and products of values of more than two dimensions, as they are compared: what does not change along the summed axes comes
 * out, a sum of sums is one sum, the transpose of a product is the product of the transposes turned round, and all of them are linear.
 */
final class TensorTerms {

    /** More terms on both sides of a product are not multiplied out. */
    private static final int MOST = 16;

    private final TermMaker terms;

    TensorTerms(TermMaker terms) {
        this.terms = terms;
    }

    Term call(Op op, List<Term> arguments) {
        Stop.ifAsked();
        Term a = arguments.get(0);
        return switch (op.meaning()) {
            case ENTRY_SUM -> sum(((Sum) op).axes(), a);
            case TRANSPOSE -> transpose(a);
            case MATRIX_PRODUCT -> product(op, a, arguments.get(1));
            default -> terms.pool().call(op, arguments);
        };
    }

    private Term sum(Axes axes, Term term) {
        Shape whole = term.shape();
        if (term.is(Kind.SUM)) {
            return terms.each(term, item -> sum(axes, item));
        }
        Powers inside = new Powers();
        Powers outside = new Powers();
        Term bare = terms.pool().unstretched(term);
        boolean product = bare.is(Kind.PRODUCT);
        for (int k = 0; k < (product ? bare.arguments().size() : 1); k++) {
            Term factor = terms.pool().unstretched(product ? bare.argument(k) : bare);
            (isMoved(axes, factor.shape(), whole) ? inside : outside).and(factor, product ? bare.weights().get(k) : Coefficient.ONE);
        }
        Term summed = inside.product(terms, Coefficient.ONE);
        Coefficient copies = Coefficient.of(copies(axes, summed.shape(), whole));
        Term left = outside.product(terms, Coefficient.ONE);
        Term total = inside.isEmpty() ? left : terms.times(left, plain(axes, terms.pool().stretch(summed, padded(summed.shape(), whole.dimensions()))));
        return terms.pool().stretch(terms.scale(product ? bare.factor().times(copies) : copies, total), axes.reduced(whole));
    }

    /** Of what changes along the axes, as one sum where it is a sum itself, over no axis of size 1. */
    private Term plain(Axes axes, Term term) {
        Shape shape = term.shape();
        Term inner = term.isCall(Meaning.ENTRY_SUM) ? term.argument(0) : term;
        int bits = 0;
        boolean all = true;
        for (int d = 0; d < shape.dimensions(); d++) {
            boolean summed = axes.contains(d) || inner != term && ((Sum) term.op()).axes().contains(d);
            bits |= summed && inner.shape().size(d) > 1 ? 1 << d : 0;
            all &= summed || inner.shape().size(d) == 1;
        }
        return inner.shape().isMatrix() && shape.isMatrix() ? terms.total(all ? -1 : Integer.numberOfTrailingZeros(bits), inner)
                : terms.pool().call(new Sum(all ? Axes.ALL : new Axes(bits)), List.of(inner));
    }

    private static int size(Shape shape, int dimension, Shape whole) {
        int own = dimension - whole.dimensions() + shape.dimensions();
        return own < 0 ? 1 : shape.size(own);
    }

    private static boolean isMoved(Axes axes, Shape shape, Shape whole) {
        boolean moved = false;
        for (int d = 0; d < whole.dimensions(); d++) {
            moved |= axes.contains(d) && size(shape, d, whole) > 1;
        }
        return moved;
    }

    /** How often each entry is met along axes that a shape does not have. */
    private static int copies(Axes axes, Shape shape, Shape whole) {
        int copies = 1;
        for (int d = 0; d < whole.dimensions(); d++) {
            copies *= axes.contains(d) ? whole.size(d) / size(shape, d, whole) : 1;
        }
        return copies;
    }

    private static Shape padded(Shape shape, int dimensions) {
        int[] sizes = new int[dimensions];
        for (int d = 0; d < dimensions; d++) {
            int own = d - dimensions + shape.dimensions();
            sizes[d] = own < 0 ? 1 : shape.size(own);
        }
        return Shape.of(sizes);
    }

    private Term transpose(Term term) {
        if (term.shape().isMatrix()) {
            return terms.transpose(term);
        } else if (term.isCall(Meaning.TRANSPOSE)) {
            return term.argument(0);
        } else if (term.isCall(Meaning.MATRIX_PRODUCT)) {
            return product(term.op(), transpose(term.argument(1)), transpose(term.argument(0)));
        }
        return terms.pool().call(Meanings.of(Meaning.TRANSPOSE), List.of(term));
    }

    private Term product(Op op, Term a, Term b) {
        int many = (a.is(Kind.SUM) ? a.arguments().size() : 1) * (b.is(Kind.SUM) ? b.arguments().size() : 1);
        if (many > MOST) {
            return terms.pool().call(op, List.of(a, b));
        } else if (a.is(Kind.SUM)) {
            return terms.each(a, item -> product(op, item, b));
        } else if (b.is(Kind.SUM)) {
            return terms.each(b, item -> product(op, a, item));
        }
        Term product = terms.pool().call(op, List.of(part(a, false), part(b, false)));
        return terms.pool().stretch(terms.times(terms.times(part(a, true), part(b, true)), product), product.shape());
    }

    /** The numbers that a term is multiplied by, or the term without them. */
    private Term part(Term term, boolean numbers) {
        if (!term.is(Kind.PRODUCT)) {
            return numbers ? terms.one() : term;
        }
        Term part = Powers.of(term, base -> base.shape().isScalar() == numbers).product(terms, numbers ? term.factor() : Coefficient.ONE);
        return numbers ? part : terms.pool().stretch(part, term.shape());
    }
}
