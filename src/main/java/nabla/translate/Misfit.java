package nabla.translate;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.syntax.Expression;
import nabla.syntax.Expression.Operator;
import nabla.tensor.Shape;

/** Two sides that an operator does not fit: names both with their shapes and finds what would fit. */
record Misfit(Construction construction, Expression.Binary written, Shape left, Shape right) {

    /** Longer operands are called by their side. */
    private static final int LONGEST = 30;

    Fault fault(Op op) {
        String a = name(written.left(), "the left side");
        String b = name(written.right(), "the right side");
        String symbol = written.operator().symbol();
        boolean product = written.operator() == Operator.MATMUL;
        String inner = left.columns() == right.rows() ? "equal leading sizes, or 1" : left.columns() + " = " + right.rows();
        String needs = product ? inner : "equal sizes, or size 1";
        String message = a + " is " + left + " and " + b + " is " + right + ": " + (product ? expression(symbol) : symbol) + " needs " + needs;
        String hint = hint(op);
        boolean batched = hint == null && product && left.columns() == right.rows();
        return Fault.misfit(written.span(), message, batched ? "the last two dimensions are multiplied; permute and reshape lay others out" : hint);
    }

    /** With the brackets that it needs. */
    private String expression(String symbol) {
        String a = operand(written.left());
        String b = operand(written.right());
        return a.startsWith("…") || b.startsWith("…") ? symbol : a + " " + symbol + " " + b;
    }

    private String hint(Op op) {
        String symbol = " " + written.operator().symbol() + " ";
        String a = operand(written.left());
        String b = operand(written.right());
        List<String> fitting = new ArrayList<>();
        if (fits(op, left, right.transposed())) {
            fitting.add(a + symbol + transposed(written.right()));
        }
        if (fits(op, left.transposed(), right)) {
            fitting.add(transposed(written.left()) + symbol + b);
        }
        if (written.operator() == Operator.MATMUL && fits(op, right, left)) {
            fitting.add(b + symbol + a);
        }
        if (written.operator() == Operator.MATMUL && left.broadcast(right) != null) {
            fitting.add(a + " * " + b);
        }
        if (written.operator() == Operator.MULTIPLY && left.columns() == right.rows()) {
            fitting.add(0, a + " @ " + b);
        }
        return fitting.isEmpty() ? null : "did you mean " + String.join(" or ", fitting.subList(0, Math.min(2, fitting.size()))) + "?";
    }

    private static boolean fits(Op op, Shape a, Shape b) {
        try {
            op.shape(List.of(a, b));
            return true;
        } catch (ShapeMismatch mismatch) {
            return false;
        }
    }

    private String name(Expression operand, String otherwise) {
        String text = construction.text(operand);
        return text.length() > LONGEST || text.indexOf('\n') >= 0 ? otherwise : text;
    }

    private String operand(Expression operand) {
        String text = name(operand, "…");
        boolean whole = !(operand instanceof Expression.Binary || operand instanceof Expression.Negation);
        return whole || text.startsWith("(") && text.endsWith(")") ? text : "(" + text + ")";
    }

    private String transposed(Expression operand) {
        if (operand instanceof Expression.Transpose transpose) {
            return operand(transpose.operand());
        }
        String text = construction.text(operand);
        if (operand instanceof Expression.Brackets && text.matches("\\[[^;\\[(]*")) {
            return text.replace(",", ";");
        }
        return operand(operand) + ".T";
    }
}
