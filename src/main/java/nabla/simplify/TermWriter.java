package nabla.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Meaning;
import nabla.limit.Stop;
import nabla.op.Diagonals;
import nabla.op.Matmul;
import nabla.op.Transpose;
import nabla.simplify.Term.Kind;

/** Writes terms as nodes, in the shortest of the ways it knows: as it stands, multiplied by the number in front, factored. */
final class TermWriter {

    private final TermMaker terms;
    private final WrittenTerm.Pen pen;
    private final ProductWriter products;
    private final SumWriter sums;
    private final Memo<WrittenTerm> known = new Memo<>(this::written);
    private final Map<Term, WrittenTerm> flips = new HashMap<>();

    TermWriter(TermMaker terms) {
        this.terms = terms;
        this.pen = new WrittenTerm.Pen(new Measure(), terms.pool());
        this.products = new ProductWriter(this);
        this.sums = new SumWriter(this);
    }

    TermMaker terms() {
        return terms;
    }

    WrittenTerm.Pen pen() {
        return pen;
    }

    WrittenTerm write(Term term) {
        return known.of(term);
    }

    private WrittenTerm written(Term term) {
        return switch (term.kind()) {
            case NUMBER -> pen.number(term.factor());
            case ATOM -> pen.leaf(term.node());
            case SUM -> sum(term);
            case PRODUCT -> product(term);
            case CHAIN -> chain(term, -1);
            case CALL -> pen.apply(term.op(), all(term.arguments()));
        };
    }

    /** A sum of transposed terms may be the transpose of a sum. */
    private WrittenTerm sum(Term term) {
        WrittenTerm plain = sums.write(term, false);
        if (term.shape().isScalar() || !term.arguments().stream().allMatch(TermWriter::isTurned)) {
            return plain;
        }
        WrittenTerm turned = pen.apply(new Transpose(), write(terms.transpose(term)));
        return shorter(plain, turned);
    }

    private static boolean isTurned(Term term) {
        return term.isCall(Meaning.TRANSPOSE) || term.shape().isScalar();
    }

    private WrittenTerm product(Term term) {
        Term diagonal = Matrices.diagonal(terms, term);
        if (diagonal != null) {
            Coefficient factor = diagonal.factor();
            Term column = factor.isOne() ? diagonal : terms.scale(Coefficient.ONE.over(factor), diagonal);
            WrittenTerm matrix = pen.apply(new Diagonals.Diagonal(), shorter(write(column), write(terms.transpose(column))));
            return factor.isOne() ? matrix : factor.equals(Coefficient.MINUS_ONE) ? pen.negative(matrix)
                    : pen.times(pen.number(factor), matrix);
        }
        if (!term.isMultiple() || !term.argument(0).is(Kind.SUM)) {
            return products.write(term);
        }
        Term sum = term.argument(0);
        if (term.factor().equals(Coefficient.MINUS_ONE)) {
            return sums.write(sum, true);
        }
        List<Coefficient> weights = sum.weights().stream().map(weight -> weight.times(term.factor())).toList();
        return shorter(sums.flat(sum.arguments(), weights), products.write(term));
    }

    /** A factor may be written with the opposite sign. */
    private WrittenTerm chain(Term term, int flipped) {
        WrittenTerm product = null;
        for (int k = 0; k < term.arguments().size(); k++) {
            WrittenTerm factor = k == flipped ? flipped(term.argument(k)) : write(term.argument(k));
            product = product == null ? factor : pen.apply(new Matmul(), product, factor);
        }
        return product;
    }

    /** The negative of a term, written without a sign in front and no longer than the term; null if there is no way. */
    WrittenTerm flipped(Term term) {
        Stop.ifAsked();
        if (!flips.containsKey(term)) {
            // The way down may have met the same term: what was answered there has been relied on, and stays.
            flips.putIfAbsent(term, flip(term));
        }
        return flips.get(term);
    }

    private WrittenTerm flip(Term term) {
        if (term.is(Kind.SUM)) {
            WrittenTerm negative = write(terms.scale(Coefficient.MINUS_ONE, term));
            return negative.length() <= write(term).length() ? negative : null;
        }
        if (term.is(Kind.PRODUCT)) {
            Term negative = terms.scale(Coefficient.MINUS_ONE, term);
            return products.hasFlippable(term) ? write(negative) : null;
        }
        if (term.is(Kind.CHAIN)) {
            for (int k = 0; k < term.arguments().size(); k++) {
                if (flipped(term.argument(k)) != null) {
                    return chain(term, k);
                }
            }
        }
        WrittenTerm inner = term.isCall(Meaning.ENTRY_SUM) || term.isCall(Meaning.TRANSPOSE) ? flipped(term.argument(0)) : null;
        return inner == null ? null : pen.apply(term.op(), List.of(inner));
    }

    private List<WrittenTerm> all(List<Term> arguments) {
        List<WrittenTerm> all = new ArrayList<>();
        arguments.forEach(argument -> all.add(write(argument)));
        return all;
    }

    /** The shorter of two; the first of two equally long ones. */
    static WrittenTerm shorter(WrittenTerm a, WrittenTerm b) {
        return b.length() < a.length() ? b : a;
    }
}
