package nabla.op;

import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.tensor.Axes;
import nabla.tensor.Shape;

/**
 * The light folding behind {@link Algebra}. Each rule looks a fixed number of steps down, so no rule walks a graph. Where a number
 * would lose digits that the text shows (1/3, log 2) the operation stays.
 */
final class Folding {

    private static final Matmul MATMUL = new Matmul();
    private static final Transpose TRANSPOSE = new Transpose();

    private Folding() { }

    /** {@code a + sign·b}. */
    static Node total(Node a, double sign, Node b) {
        Shape shape = a.shape().broadcast(b.shape());
        ScaledNode s = ScaledNode.of(a);
        ScaledNode t = ScaledNode.of(b);
        if (t.isZero()) {
            return Algebra.stretch(a, shape);
        }
        if (s.isZero()) {
            return Algebra.stretch(sign < 0 ? scale(-1, b) : b, shape);
        }
        double factor = sign * t.factor();
        if (s.rest() == t.rest()) {
            return scale(ScaledNode.plus(s.factor(), factor), s.rest());
        }
        Gate gate = Gate.of(a);
        if (gate != null && gate.same(Gate.of(b))) {
            return gate.around(total(gate.inner(), sign, Gate.of(b).inner()));
        }
        if (factor < 0) {
            return new Apply(Binary.SUB, a, sign < 0 && t.factor() > 0 ? b : scale(-factor, t.rest()));
        }
        Node plus = sign > 0 ? b : scale(factor, t.rest());
        return s.factor() < 0 ? new Apply(Binary.SUB, plus, scale(-s.factor(), s.rest())) : new Apply(Binary.ADD, a, plus);
    }

    static Node product(Node a, Node b) {
        return Gate.of(a) != null ? Gate.through(a, x -> ungated(x, b)) : Gate.through(b, y -> ungated(a, y));
    }

    private static Node ungated(Node a, Node b) {
        ScaledNode s = ScaledNode.of(a);
        ScaledNode t = ScaledNode.of(b);
        if (s.isZero() || t.isZero()) {
            return Algebra.zeros(a.shape().broadcast(b.shape()));
        }
        double factor = ScaledNode.times(s.factor(), t.factor());
        if (factor == 0 || !Double.isFinite(factor)) {
            return new Apply(Binary.MUL, a, b);
        }
        return scale(factor, times(s.rest(), t.rest()));
    }

    private static Node times(Node a, Node b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        if (isReciprocal(b)) {
            return new Apply(Binary.DIV, a, b.arguments().get(1));
        }
        return isReciprocal(a) ? new Apply(Binary.DIV, b, a.arguments().get(1)) : new Apply(Binary.MUL, a, b);
    }

    private static boolean isReciprocal(Node node) {
        return ScaledNode.is(node, Binary.DIV) && ScaledNode.number(node.arguments().get(0)) == 1;
    }

    /** Factor times rest; a null rest is 1. */
    static Node scale(double factor, Node rest) {
        if (rest == null) {
            return Algebra.constant(factor);
        }
        if (factor == 0) {
            return Algebra.zeros(rest.shape());
        }
        return Gate.through(rest, x -> plain(factor, x));
    }

    private static Node plain(double factor, Node rest) {
        ScaledNode term = ScaledNode.of(rest);
        double all = ScaledNode.times(factor, term.factor());
        if (term.rest() == null) {
            return Algebra.constant(all);
        }
        if (all == 1) {
            return term.rest();
        }
        return all == -1 ? new Apply(Unary.NEG, term.rest()) : new Apply(Binary.MUL, Algebra.constant(all), term.rest());
    }

    static Node quotient(Node a, Node b) {
        return Gate.through(a, x -> ungatedQuotient(x, b));
    }

    private static Node ungatedQuotient(Node a, Node b) {
        ScaledNode s = ScaledNode.of(a);
        ScaledNode t = ScaledNode.of(b);
        if (s.isZero() && !t.isZero()) {
            return Algebra.zeros(a.shape().broadcast(b.shape()));
        }
        double factor = s.factor() / t.factor();
        boolean counts = b instanceof Constant constant && constant.counted() != null;
        if (t.rest() == null && !counts && factor == Math.rint(factor) && Math.abs(factor) < 1e15) {
            return scale(factor, s.rest());
        }
        if (s.factor() < 0 || t.factor() < 0) {
            Node positive = new Apply(Binary.DIV, scale(Math.abs(s.factor()), s.rest()),
                    t.factor() < 0 ? scale(-t.factor(), t.rest()) : b);
            return factor < 0 ? new Apply(Unary.NEG, positive) : positive;
        }
        return new Apply(Binary.DIV, a, b);
    }

    static Node power(Node base, Node exponent) {
        double n = ScaledNode.number(exponent);
        double x = ScaledNode.number(base);
        if (n == 1) {
            return base;
        }
        if (n == 0) {
            return Algebra.ones(base.shape());
        }
        double value = StrictMath.pow(x, n);
        return isShort(value) ? Algebra.constant(value) : new Apply(Binary.POW, base, exponent);
    }

    static Node call(Unary op, Node x) {
        double number = ScaledNode.number(x);
        double value = Double.isNaN(number) ? Double.NaN : op.unary().applyAsDouble(number);
        return isShort(value) ? Algebra.constant(value) : new Apply(op, x);
    }

    private static boolean isShort(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6;
    }

    static Node choice(Node condition, Node a, Node b) {
        double chosen = ScaledNode.number(condition);
        Shape shape = condition.shape().broadcast(a.shape()).broadcast(b.shape());
        if (a == b || ScaledNode.number(a) == ScaledNode.number(b) || !Double.isNaN(chosen) && chosen != 0) {
            return Algebra.stretch(a, shape);
        }
        if (chosen == 0) {
            return Algebra.stretch(b, shape);
        }
        Gate gate = ScaledNode.number(b) == 0 ? Gate.of(a) : ScaledNode.number(a) == 0 ? Gate.of(b) : null;
        return gate != null ? gate.behind(condition, ScaledNode.number(b) == 0) : new Apply(Ternary.WHERE, condition, a, b);
    }

    static Node matmul(Node a, Node b) {
        Shape shape = MATMUL.shape(List.of(a.shape(), b.shape()));
        ScaledNode s = stretched(a);
        ScaledNode t = stretched(b);
        if (s.isZero() || t.isZero()) {
            return Algebra.zeros(shape);
        }
        double factor = ScaledNode.times(s.factor(), t.factor());
        if (factor == 0 || !Double.isFinite(factor) || factor == 1) {
            return new Apply(MATMUL, a, b);
        }
        return scale(factor, new Apply(MATMUL, full(s, a), full(t, b)));
    }

    /** The factor in front of a matrix that may be a stretched smaller one. */
    private static ScaledNode stretched(Node a) {
        return ScaledNode.of(Algebra.unstretched(a));
    }

    private static Node full(ScaledNode term, Node original) {
        return Algebra.stretch(term.rest() == null ? Algebra.ONE : term.rest(), original.shape());
    }

    static Node transpose(Node a) {
        if (a.shape().isScalar()) {
            return a;
        }
        Shape shape = a.shape().transposed();
        Node inner = Algebra.unstretched(a);
        if (inner != a) {
            return Algebra.stretch(transpose(inner), shape);
        }
        ScaledNode term = ScaledNode.of(a);
        Node rest = term.rest();
        boolean twice = rest instanceof Apply t && t.name() == null && t.op() instanceof Transpose;
        return scale(term.factor(), twice ? rest.arguments().get(0) : new Apply(TRANSPOSE, rest));
    }

    /** The sum of a stretched node is a multiple of it (or of its sum). */
    static Node sum(Node a, Axes axes) {
        Shape result = axes.reduced(a.shape());
        if (result.equals(a.shape())) {
            return a;
        }
        Node inner = Algebra.unstretched(a);
        if (inner.shape().dimensions() != a.shape().dimensions() && !axes.isAll()) {
            inner = inner.shape().isScalar() ? inner : a;
        }
        ScaledNode term = ScaledNode.of(inner);
        Node rest = term.rest() == null ? Algebra.ONE : term.rest();
        Shape left = rest.shape().isScalar() ? rest.shape() : axes.reduced(rest.shape());
        double copies = (double) a.shape().count() / result.count() * left.count() / rest.shape().count();
        Node sum = left.equals(rest.shape()) ? rest : new Apply(new Sum(axes), rest);
        return Algebra.stretch(scale(ScaledNode.times(copies, term.factor()), ScaledNode.number(sum) == 1 ? null : sum), result);
    }

    static Node reshape(Node a, Shape shape) {
        if (a.shape().equals(shape)) {
            return a;
        }
        Node inner = Algebra.unstretched(a);
        if (inner != a && inner.shape().isScalar() && a.shape().count() == shape.count()) {
            return Algebra.stretch(inner, shape);
        }
        ScaledNode term = ScaledNode.of(a);
        if (term.rest() == null) {
            return new Apply(new Reshape(shape), a);
        }
        boolean twice = term.rest() instanceof Apply r && r.name() == null && r.op() instanceof Reshape;
        Node from = twice ? term.rest().arguments().get(0) : term.rest();
        return scale(term.factor(), from.shape().equals(shape) ? from : new Apply(new Reshape(shape), from));
    }
}
