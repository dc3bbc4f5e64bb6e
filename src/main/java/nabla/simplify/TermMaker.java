package nabla.simplify;

import java.util.List;
import java.util.function.UnaryOperator;
import nabla.graph.Op;
import nabla.tensor.Shape;

/** The operations on terms, by which rules build. The result always has the shape of the operation, whatever cancelled. */
final class TermMaker {

    private final TermPool pool;
    private final boolean canonical;
    private final Sums sums;
    private final Products products;
    private final Chains chains;
    private final AxisSums totals;
    private final CallRules calls;
    private final TermWriter writer;
    private final ProductExpansion expansion;

    /** For terms to be shown. */
    TermMaker(TermPool pool) {
        this(pool, false);
    }

    /**
     * Operations on terms.
     *
     * @param canonical whether e^(a + 2b) is taken apart into e^a·(e^b)², which proofs need
     */
    TermMaker(TermPool pool, boolean canonical) {
        this.pool = pool;
        this.canonical = canonical;
        this.sums = new Sums(this);
        this.products = new Products(this);
        this.chains = new Chains(this);
        this.totals = new AxisSums(this);
        this.calls = new CallRules(this);
        this.writer = new TermWriter(this);
        this.expansion = new ProductExpansion(this);
    }

    TermPool pool() {
        return pool;
    }

    boolean isCanonical() {
        return canonical;
    }

    Term zero(Shape shape) {
        return pool.stretch(pool.number(0), shape);
    }

    Term one() {
        return pool.number(1);
    }

    /** Weighted terms added up. */
    Term sum(List<Term> terms, List<Coefficient> weights) {
        return sums.of(terms, weights);
    }

    Term plus(Term a, Term b) {
        return sum(List.of(a, b), List.of(Coefficient.ONE, Coefficient.ONE));
    }

    Term minus(Term a, Term b) {
        return sum(List.of(a, b), List.of(Coefficient.ONE, Coefficient.MINUS_ONE));
    }

    /** Something linear of a sum: of each part, in the shape of the whole. */
    Term each(Term sum, UnaryOperator<Term> operation) {
        return sum(sum.arguments().stream().map(part -> operation.apply(pool.stretch(part, sum.shape()))).toList(), sum.weights());
    }

    /** Terms to powers multiplied entry by entry. */
    Term product(Coefficient factor, List<Term> terms, List<Coefficient> exponents) {
        return products.of(factor, terms, exponents);
    }

    Term times(Term a, Term b) {
        return product(Coefficient.ONE, List.of(a, b), List.of(Coefficient.ONE, Coefficient.ONE));
    }

    Term over(Term a, Term b) {
        return product(Coefficient.ONE, List.of(a, b), List.of(Coefficient.ONE, Coefficient.MINUS_ONE));
    }

    Term power(Term base, Coefficient exponent) {
        return product(Coefficient.ONE, List.of(base), List.of(exponent));
    }

    Term scale(Coefficient factor, Term term) {
        return product(factor, List.of(term), List.of(Coefficient.ONE));
    }

    /** The matrix product. */
    Term chain(List<Term> factors) {
        return chains.of(factors);
    }

    Term transpose(Term term) {
        return chains.transposed(term);
    }

    /** The sum down the columns (axis 0), along the rows (axis 1), or of all entries (axis −1). */
    Term total(int axis, Term term) {
        return totals.of(axis, term);
    }

    /** Any other operation. */
    Term call(Op op, List<Term> arguments) {
        return calls.of(op, arguments);
    }

    /** The same value without brackets that could be multiplied out; itself where that would be too long. */
    Term expanded(Term term) {
        try {
            return expansion.of(term);
        } catch (Exhaustion tooLong) {
            return term;
        }
    }

    /** The shortest way found to write it. */
    WrittenTerm written(Term term) {
        return writer.write(term);
    }

    int length(Term term) {
        return written(term).length();
    }
}
