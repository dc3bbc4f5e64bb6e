package nabla.translate;

import java.util.List;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.op.Indexing;
import nabla.op.Subscript;
import nabla.syntax.Expression;

/** Builds {@code A[i, j]}. */
record Subscripts(Expressions expressions) {

    Node build(Expression.Index index, String name) {
        Node operand = expressions.build(index.operand(), null);
        List<Subscript> subscripts = index.subscripts().stream().map(this::subscript).toList();
        try {
            return expressions.origin(Indexing.slice(name, operand, subscripts), index.span());
        } catch (ShapeMismatch mismatch) {
            boolean one = subscripts.size() == 1 && !operand.shape().isVector();
            String text = expressions.text(index.operand());
            String row = expressions.text(index.subscripts().get(0));
            throw Fault.shape(index.span(), one ? text + " is " + operand.shape() + " and needs two subscripts" : mismatch.getMessage(),
                    one ? "did you mean " + text + "[" + row + ", :]?" : mismatch.hint());
        }
    }

    private Subscript subscript(Expression written) {
        if (written instanceof Expression.Slice slice) {
            return Subscript.range(part(slice.from()), part(slice.to()), part(slice.step()));
        }
        return Subscript.at(expressions.wholeNumber(written));
    }

    private Integer part(Expression written) {
        return written == null ? null : expressions.wholeNumber(written);
    }
}
