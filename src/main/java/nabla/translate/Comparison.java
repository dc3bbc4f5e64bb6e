package nabla.translate;

import java.util.ArrayDeque;
import java.util.Deque;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Expression;
import nabla.tensor.Shape;

/** What is said where an answer does not have the shape of the truth. */
record Comparison(SourceText source) {

    /**
     * Why an answer cannot be compared with the truth, or null. A number stands for a matrix of it.
     *
     * @param what what the answer is for, as written
     */
    Diagnostic mismatch(String what, Shape truth, Expression right, Shape answer) {
        if (truth.equals(answer) || answer.isScalar() || answer.squeezesTo(truth)) {
            return null;
        }
        String message = what + " is " + truth + " and the right side is " + answer;
        String chain = chain(right, truth.rows() == 1);
        if (answer.transposed().equals(truth)) {
            String text = source.slice(right.span());
            boolean whole = right instanceof Expression.Name || right instanceof Expression.Call || right instanceof Expression.Brackets;
            String turned = right instanceof Expression.Transpose transpose ? source.slice(transpose.operand().span())
                    : (whole ? text : "(" + text + ")") + ".T";
            return Diagnostic.error(right.span(), message, "did you mean " + turned + "?");
        }
        return Diagnostic.error(right.span(), message, chain == null ? null : "for vectors the chain rule is a matrix product: " + chain);
    }

    /** An answer that fits, in the shape of the truth: a number in every entry, and without the dimensions of size 1 that sums keep here and not in NumPy. */
    static Node fitted(Node answer, Shape truth) {
        return answer.shape().squeezesTo(truth) ? Algebra.reshape(answer, truth) : Algebra.stretch(answer, truth);
    }

    /** A product of derivatives as matrix product: from left to right for rows, transposed and turned round for columns; or null. */
    private String chain(Expression product, boolean row) {
        Deque<String> factors = new ArrayDeque<>();
        Expression rest = product;
        while (rest instanceof Expression.Binary binary && binary.operator() == Expression.Operator.MULTIPLY
                && binary.right() instanceof Expression.Derivative) {
            add(factors, binary.right(), row, ".T");
            rest = binary.left();
        }
        if (factors.isEmpty() || !(rest instanceof Expression.Derivative)) {
            return null;
        }
        add(factors, rest, row, "");
        return String.join(" @ ", factors);
    }

    private void add(Deque<String> factors, Expression factor, boolean row, String transpose) {
        String text = source.slice(factor.span());
        if (row) {
            factors.addFirst(text);
        } else {
            factors.addLast(text + transpose);
        }
    }
}
