package nabla.translate;

import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.op.Binary;
import nabla.op.Matmul;
import nabla.op.Meanings;
import nabla.syntax.Expression;
import nabla.syntax.Expression.Operator;
import nabla.tensor.Shape;

/** One use of an operator with two sides, and what is said if they do not fit. */
record OperatorUse(Construction construction, Expression.Binary written, Node left, Node right) {

    Node build(String name) {
        if (written.operator() == Operator.DOT) {
            requireScalar();
        } else if (written.operator() == Operator.POWER) {
            requireNoInverse();
        }
        Op op = op(written.operator());
        try {
            Node node = new Apply(name, op, List.of(left, right));
            warnOfStretching(node.shape());
            return construction.origin(node, written.span());
        } catch (ShapeMismatch mismatch) {
            if (mismatch.isRefusal()) {
                throw Fault.shape(written.span(), mismatch);
            }
            throw new Misfit(construction, written, left.shape(), right.shape()).fault(op);
        }
    }

    static Op op(Operator operator) {
        return switch (operator) {
            case ADD -> Meanings.of(Meaning.SUM);
            case SUBTRACT -> Meanings.of(Meaning.DIFFERENCE);
            case MULTIPLY, DOT -> Meanings.of(Meaning.PRODUCT);
            case DIVIDE -> Meanings.of(Meaning.QUOTIENT);
            case POWER -> Meanings.of(Meaning.POWER);
            case MATMUL -> new Matmul();
            case LESS -> Meanings.of(Meaning.LESS);
            case LESS_OR_EQUAL -> Meanings.of(Meaning.AT_MOST);
            case GREATER -> Meanings.of(Meaning.MORE);
            case GREATER_OR_EQUAL -> Meanings.of(Meaning.AT_LEAST);
        };
    }

    private void requireScalar() {
        if (!left.shape().isScalar() && !right.shape().isScalar()) {
            String a = construction.text(written.left());
            String b = construction.text(written.right());
            throw Fault.shape(written.operatorSpan(), "· needs a number on one side, and the sides are " + left.shape() + " and "
                    + right.shape(),
                    "did you mean dot(" + a + ", " + b + ") or " + a + " ⊙ " + b + "?");
        }
    }

    /** {@code A^-1} looks like the inverse and would be 1/A entry by entry; with brackets, {@code A^(-1)}, it is meant so. */
    private void requireNoInverse() {
        if (!left.shape().isVector() && written.right() instanceof Expression.Negation negative
                && negative.operand() instanceof Expression.Number one && one.value() == 1) {
            String source = construction.source().text();
            String exponent = source.substring(written.operatorSpan().end(), written.right().span().end()).strip();
            if (!exponent.startsWith("(")) {
                String base = construction.text(written.left());
                throw Fault.at(written.span(), base + " is a matrix, and ^-1 would be taken entry by entry",
                        "did you mean inv(" + base + ")? Entry by entry it is 1/" + base);
            }
        }
    }

    private void warnOfStretching(Shape result) {
        boolean rowAndColumn = left.shape().isVector() && right.shape().isVector() && !result.isVector();
        if (rowAndColumn && written.operator() != Operator.MATMUL) {
            String both = left.shape().rows() == 1 ? "a row and a column" : "a column and a row";
            construction.warn(written.span(), "a " + left.shape() + " and a " + right.shape() + " give a " + result + " matrix: " + both,
                    "transpose one of them (.T) if they were meant entry by entry");
        }
    }
}
