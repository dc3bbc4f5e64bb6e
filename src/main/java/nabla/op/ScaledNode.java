package nabla.op;

import java.math.BigDecimal;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.Op;

/**
 * A node read as number times rest: what collects factors in front and equal terms of a sum. Named nodes are never looked into:
 * their names are to stay in the formula.
 *
 * @param rest null for a plain number
 */
record ScaledNode(double factor, Node rest) {

    /** Reads at most {@code -(2*x)}; a longer chain of signs was written by hand and stays. */
    static ScaledNode of(Node node) {
        ScaledNode outer = split(node);
        if (outer.rest == null || outer.rest == node) {
            return outer;
        }
        ScaledNode inner = split(outer.rest);
        return new ScaledNode(times(outer.factor, inner.factor), inner.rest);
    }

    private static ScaledNode split(Node node) {
        double number = number(node);
        if (!Double.isNaN(number)) {
            return new ScaledNode(number, null);
        }
        if (is(node, Unary.NEG)) {
            return new ScaledNode(-1, ((Apply) node).argument(0));
        }
        if (is(node, Binary.MUL) && !Double.isNaN(number(((Apply) node).argument(0)))) {
            return new ScaledNode(number(((Apply) node).argument(0)), ((Apply) node).argument(1));
        }
        return new ScaledNode(1, node);
    }

    /** The value of a scalar number without a name; otherwise NaN. */
    static double number(Node node) {
        return node instanceof Constant c && c.name() == null && c.shape().isScalar() && Double.isFinite(c.value().at(0))
                ? c.value().at(0) : Double.NaN;
    }

    /** Whether it is an unnamed use of the operation. */
    static boolean is(Node node, Op op) {
        return node instanceof Apply a && a.name() == null && a.op() == op;
    }

    boolean isZero() {
        return rest == null && factor == 0;
    }

    /** The product as a person would write it: 3 times 0.1 is 0.3. */
    static double times(double a, double b) {
        double product = a * b;
        if (product == Math.rint(product) || !Double.isFinite(product) || Math.abs(a) == 1 || Math.abs(b) == 1) {
            return product;
        }
        return shorter(product, BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b)).doubleValue());
    }

    /** The sum as a person would write it. */
    static double plus(double a, double b) {
        double sum = a + b;
        if (sum == Math.rint(sum) || !Double.isFinite(sum) || a == 0 || b == 0) {
            return sum;
        }
        return shorter(sum, BigDecimal.valueOf(a).add(BigDecimal.valueOf(b)).doubleValue());
    }

    private static double shorter(double exact, double decimal) {
        return decimal != exact && Double.toString(decimal).length() < Double.toString(exact).length() ? decimal : exact;
    }
}
