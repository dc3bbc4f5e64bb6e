package nabla.op;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.tensor.Axes;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * Nodes for derivative rules and the reverse pass. Each method makes the node of an operation and folds what needs no thought: zeros,
 * ones, signs, factors, equal terms; {@link Folding} says how. The shape is always that of the operation, whatever was folded away,
 * and a named argument keeps its name.
 */
public final class Algebra {

    public static final Node ZERO = new Constant(0);
    public static final Node ONE = new Constant(1);
    /** π, by its name. */
    public static final Node PI = new Constant("pi", Tensor.scalar(Math.PI));

    private static final int SMALL = 16;
    private static final Node[] NUMBERS = IntStream.rangeClosed(-SMALL, SMALL).mapToObj(Constant::new).toArray(Node[]::new);

    private Algebra() { }

    /** A number; the same node for the same small whole number, of which long chains of rules are full. */
    public static Node constant(double value) {
        boolean small = value == Math.rint(value) && Math.abs(value) <= SMALL;
        return value == 1 ? ONE : value == 0 ? ZERO : small ? NUMBERS[(int) value + SMALL] : new Constant(value);
    }

    /** The number of entries of a shape, as what it is. */
    public static Node count(Shape shape) {
        return shape.isScalar() ? ONE : Constant.count(shape);
    }

    public static Node zeros(Shape shape) {
        return stretch(ZERO, shape);
    }

    public static Node ones(Shape shape) {
        return stretch(ONE, shape);
    }

    public static Node add(Node a, Node b) {
        return entrywise(a, b, (x, y) -> Folding.total(x, 1, y));
    }

    public static Node sub(Node a, Node b) {
        return entrywise(a, b, (x, y) -> Folding.total(x, -1, y));
    }

    public static Node mul(Node a, Node b) {
        return entrywise(a, b, Folding::product);
    }

    public static Node mul(double factor, Node a) {
        return mul(constant(factor), a);
    }

    public static Node div(Node a, Node b) {
        return entrywise(a, b, Folding::quotient);
    }

    public static Node neg(Node a) {
        return mul(-1, a);
    }

    public static Node pow(Node base, Node exponent) {
        return entrywise(base, exponent, Folding::power);
    }

    public static Node pow(Node base, double exponent) {
        return pow(base, constant(exponent));
    }

    public static Node lt(Node a, Node b) {
        return entrywise(a, b, (x, y) -> new Apply(Binary.LT, x, y));
    }

    public static Node le(Node a, Node b) {
        return entrywise(a, b, (x, y) -> new Apply(Binary.LE, x, y));
    }

    public static Node gt(Node a, Node b) {
        return entrywise(a, b, (x, y) -> new Apply(Binary.GT, x, y));
    }

    public static Node ge(Node a, Node b) {
        return entrywise(a, b, (x, y) -> new Apply(Binary.GE, x, y));
    }

    public static Node max(Node a, Node b) {
        return entrywise(a, b, (x, y) -> new Apply(Winner.MAX, x, y));
    }

    public static Node min(Node a, Node b) {
        return entrywise(a, b, (x, y) -> new Apply(Winner.MIN, x, y));
    }

    /** {@code a} where the condition is not 0, else {@code b}; what is not selected contributes nothing, not even a NaN. */
    public static Node where(Node condition, Node a, Node b) {
        Shape shape = Broadcast.shape("where", List.of(condition.shape(), a.shape(), b.shape()));
        return stretch(Folding.choice(unstretched(condition), unstretched(a), unstretched(b)), shape);
    }

    /** An operation on single entries. */
    public static Node apply(Unary op, Node x) {
        return stretch(Folding.call(op, unstretched(x)), x.shape());
    }

    public static Node exp(Node x) {
        return apply(Unary.EXP, x);
    }

    public static Node log(Node x) {
        return apply(Unary.LOG, x);
    }

    public static Node sqrt(Node x) {
        return apply(Unary.SQRT, x);
    }

    public static Node abs(Node x) {
        return apply(Unary.ABS, x);
    }

    public static Node sign(Node x) {
        return apply(Unary.SIGN, x);
    }

    public static Node sin(Node x) {
        return apply(Unary.SIN, x);
    }

    public static Node cos(Node x) {
        return apply(Unary.COS, x);
    }

    public static Node sinh(Node x) {
        return apply(Unary.SINH, x);
    }

    public static Node cosh(Node x) {
        return apply(Unary.COSH, x);
    }

    public static Node tanh(Node x) {
        return apply(Unary.TANH, x);
    }

    public static Node sigmoid(Node x) {
        return apply(Unary.SIGMOID, x);
    }

    public static Node erf(Node x) {
        return apply(Unary.ERF, x);
    }

    public static Node expm1(Node x) {
        return apply(Unary.EXPM1, x);
    }

    public static Node softplus(Node x) {
        return apply(Unary.SOFTPLUS, x);
    }

    public static Node digamma(Node x) {
        return apply(Unary.DIGAMMA, x);
    }

    public static Node hypot(Node a, Node b) {
        return entrywise(a, b, (x, y) -> new Apply(Binary.HYPOT, x, y));
    }

    public static Node matmul(Node a, Node b) {
        return Folding.matmul(a, b);
    }

    public static Node transpose(Node a) {
        return Folding.transpose(a);
    }

    public static Node sum(Node a) {
        return Folding.sum(a, Axes.ALL);
    }

    /** Down the columns (axis 0), along the rows (axis 1), or all (axis −1). */
    public static Node sum(Node a, int axis) {
        return Folding.sum(a, Axes.of(axis));
    }

    /** Along some axes. */
    public static Node sum(Node a, Axes axes) {
        return Folding.sum(a, axes);
    }

    public static Node reshape(Node a, Shape shape) {
        return Folding.reshape(a, shape);
    }

    /** Broadcast up to a shape. */
    public static Node stretch(Node a, Shape shape) {
        if (a.shape().equals(shape)) {
            return a;
        }
        return new Apply(new Stretch(shape), unstretched(a));
    }

    /** What is behind an unnamed {@link Stretch}. */
    static Node unstretched(Node a) {
        return a instanceof Apply stretch && stretch.name() == null && stretch.op() instanceof Stretch ? stretch.argument(0) : a;
    }

    /** Operations on entries commute with stretching: they are done before it. */
    private static Node entrywise(Node a, Node b, BinaryOperator<Node> fold) {
        Shape shape = Broadcast.shape("an operation", List.of(a.shape(), b.shape()));
        return stretch(fold.apply(unstretched(a), unstretched(b)), shape);
    }
}
