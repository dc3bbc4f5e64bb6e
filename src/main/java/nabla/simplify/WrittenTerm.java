package nabla.simplify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.op.Meanings;

/**
 * A term as the node that computes it, how that looks, and how long it is.
 *
 * @param length by {@link Measure}
 */
record WrittenTerm(Node node, Formula formula, int length) {

    private static final int SHORT = 40;

    /** Whether it is a matrix product. */
    boolean isChain() {
        return node instanceof Apply apply && apply.name() == null && apply.op().meaning() == Meaning.MATRIX_PRODUCT;
    }

    /** Whether factoring brought it down to the number 1. */
    boolean isOne() {
        return formula instanceof Formula.Number number && number.value() == 1;
    }

    /** Writes operations and measures them. */
    record Pen(Measure measure, Pool pool) {

        WrittenTerm leaf(Node node) {
            Formula formula = Formulas.leaf(node);
            return formula == null ? new WrittenTerm(node, Formula.name("constant"), 1) : new WrittenTerm(node, formula, measure.of(formula));
        }

        WrittenTerm number(double value) {
            return leaf(new Constant(value));
        }

        WrittenTerm number(Coefficient value) {
            if (value.isWhole() || value.isDecimal()) {
                return number(value.value());
            }
            return apply(Meaning.QUOTIENT, number(value.top().doubleValue()), number(value.bottom().doubleValue()));
        }

        WrittenTerm apply(Meaning meaning, WrittenTerm... arguments) {
            return apply(Meanings.of(meaning), Arrays.asList(arguments));
        }

        WrittenTerm apply(Op op, WrittenTerm... arguments) {
            return apply(op, Arrays.asList(arguments));
        }

        WrittenTerm apply(Op op, List<WrittenTerm> arguments) {
            pool.wrote();
            Node node = new Apply(null, op, arguments.stream().map(WrittenTerm::node).toList());
            Formula formula = op.formula(arguments.stream().map(WrittenTerm::formula).toList());
            return new WrittenTerm(node, formula, measure.of(formula));
        }

        WrittenTerm plus(WrittenTerm a, WrittenTerm b) {
            return apply(Meaning.SUM, a, b);
        }

        WrittenTerm minus(WrittenTerm a, WrittenTerm b) {
            return apply(Meaning.DIFFERENCE, a, b);
        }

        /** Dividing twice is dividing by the product, and twice by the same by its square. */
        WrittenTerm over(WrittenTerm a, WrittenTerm b) {
            Parts parts = parts(a, Meaning.QUOTIENT);
            if (parts == null) {
                return apply(Meaning.QUOTIENT, a, b);
            }
            WrittenTerm below = parts.right;
            boolean same = below.length() == b.length() && b.length() <= SHORT && below.formula().equals(b.formula());
            return apply(Meaning.QUOTIENT, parts.left, same ? apply(Meaning.POWER, b, number(2))
                    : b.node() instanceof Constant && b.node().shape().isScalar() ? product(b, below) : product(below, b));
        }

        /** The product, with no brackets around a factor that is itself a product or a quotient. */
        WrittenTerm product(WrittenTerm a, WrittenTerm b) {
            Parts product = parts(b, Meaning.PRODUCT);
            if (product != null) {
                return apply(Meaning.PRODUCT, product(a, product.left), product.right);
            }
            Parts quotient = parts(b, Meaning.QUOTIENT);
            return quotient == null ? apply(Meaning.PRODUCT, a, b) : over(product(a, quotient.left), quotient.right);
        }

        /** The factors of a product that is written as one. */
        List<WrittenTerm> factors(WrittenTerm a) {
            Parts parts = parts(a, Meaning.PRODUCT);
            if (parts == null) {
                return List.of(a);
            }
            List<WrittenTerm> factors = new ArrayList<>(factors(parts.left));
            factors.add(parts.right);
            return factors;
        }

        /** The two sides of an operation that is written as one; null of anything else. */
        private record Parts(WrittenTerm left, WrittenTerm right) { }

        private Parts parts(WrittenTerm a, Meaning meaning) {
            if (!(a.node() instanceof Apply node) || node.name() != null || node.op().meaning() != meaning || !(a.formula() instanceof Formula.Infix infix)) {
                return null;
            }
            return new Parts(new WrittenTerm(node.argument(0), infix.left(), measure.of(infix.left())),
                    new WrittenTerm(node.argument(1), infix.right(), measure.of(infix.right())));
        }

        /** The sign goes to the first factor: {@code -a*b} needs no brackets. */
        WrittenTerm negative(WrittenTerm a) {
            return atFirstFactor(a, first -> apply(Meaning.NEGATION, first));
        }

        /** Scalar times anything, put in front: {@code 2*A @ x} needs no brackets either. */
        WrittenTerm times(WrittenTerm scalar, WrittenTerm a) {
            return a.isChain() ? atFirstFactor(a, first -> times(scalar, first)) : product(scalar, a);
        }

        private WrittenTerm atFirstFactor(WrittenTerm a, UnaryOperator<WrittenTerm> change) {
            for (Meaning meaning : List.of(Meaning.PRODUCT, Meaning.QUOTIENT, Meaning.MATRIX_PRODUCT)) {
                Parts parts = parts(a, meaning);
                if (parts != null) {
                    return apply(meaning, atFirstFactor(parts.left, change), parts.right);
                }
            }
            return change.apply(a);
        }
    }
}
