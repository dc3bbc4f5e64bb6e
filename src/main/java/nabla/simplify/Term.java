package nabla.simplify;

import java.util.List;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Trait;
import nabla.tensor.Shape;

/**
 * An expression in the form that rules work on: sums, entry-by-entry products and matrix products have any number of parts, in a
 * fixed order. Made by a {@link TermPool} only, so equal terms of one pool are the same object.
 */
final class Term {

    /** What a term is made of. */
    enum Kind {
        /** A scalar number, {@link #factor()}. */
        NUMBER,
        /** A node that is not looked into, {@link #node()}. */
        ATOM,
        /** Weights times arguments, added up; an argument is never itself a sum, a number other than 1, or has a factor. */
        SUM,
        /** The factor times the arguments to the powers of the weights, entry by entry. */
        PRODUCT,
        /** The matrix product of the arguments; none of them is a scalar or a chain. */
        CHAIN,
        /** Any other operation, {@link #op()}. */
        CALL
    }

    private final int id;
    private final int depth;
    private final Key key;
    private final Shape shape;
    private final boolean identity;

    Term(int id, Key key, Shape shape) {
        this.id = id;
        this.key = key;
        this.shape = shape;
        this.depth = 1 + key.arguments.stream().mapToInt(Term::depth).max().orElse(0);
        this.identity = key.kind == Kind.ATOM && node() instanceof Constant constant && constant.name() == null
                && Matrices.isIdentity(constant.value());
    }

    /** The order of creation: the order in which the text names things. */
    int id() {
        return id;
    }

    int depth() {
        return depth;
    }

    Kind kind() {
        return key.kind;
    }

    boolean is(Kind kind) {
        return key.kind == kind;
    }

    /** Whether it is a use of the operation that has this meaning. */
    boolean isCall(Meaning meaning) {
        return key.kind == Kind.CALL && op().meaning() == meaning;
    }

    /** Whether it is a use of an operation of which this is true. */
    boolean isCall(Trait trait) {
        return key.kind == Kind.CALL && op().is(trait);
    }

    Shape shape() {
        return shape;
    }

    List<Term> arguments() {
        return key.arguments;
    }

    Term argument(int k) {
        return key.arguments.get(k);
    }

    List<Coefficient> weights() {
        return key.weights;
    }

    Coefficient factor() {
        return key.symbol instanceof Coefficient factor ? factor : Coefficient.ONE;
    }

    Node node() {
        return (Node) key.symbol;
    }

    Op op() {
        return (Op) key.symbol;
    }

    boolean isZero() {
        return is(Kind.NUMBER) && factor().isZero() || isCall(Meaning.STRETCH) && argument(0).isZero();
    }

    boolean isNumber(Coefficient value) {
        return is(Kind.NUMBER) && factor().equals(value);
    }

    /** Whether it is an identity matrix, 2×2 or larger. */
    boolean isIdentity() {
        return identity;
    }

    /** Whether it is a number times one term. */
    boolean isMultiple() {
        return is(Kind.PRODUCT) && arguments().size() == 1 && weights().get(0).isOne();
    }

    /** Whether it is one base to a power, without a factor. */
    boolean isPower() {
        return is(Kind.PRODUCT) && arguments().size() == 1 && factor().isOne();
    }

    /** What makes two terms the same; arguments are compared by identity, being from one pool. */
    record Key(Kind kind, Object symbol, List<Term> arguments, List<Coefficient> weights) { }
}
