package nabla.translate;

import java.util.ArrayList;
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
        List<Subscript> subscripts;
        try {
            subscripts = spelled(index, operand.shape().dimensions()).stream().map(this::subscript).toList();
        } catch (Fault fault) {
            throw lookedUp(index, fault);
        }
        try {
            return expressions.origin(Indexing.slice(name, operand, subscripts), index.span());
        } catch (ShapeMismatch mismatch) {
            boolean one = subscripts.size() == 1 && !operand.shape().isVector() && operand.shape().isMatrix();
            String text = expressions.text(index.operand());
            String row = expressions.text(index.subscripts().get(0));
            throw Fault.shape(index.span(), one ? text + " is " + operand.shape() + " and needs two subscripts" : mismatch.getMessage(),
                    one ? "did you mean " + text + "[" + row + ", :]?" : mismatch.hint());
        }
    }

    /** {@code W[idx, :]}, rows by their numbers: a product with rows of a single 1. */
    private Fault lookedUp(Expression.Index index, Fault fault) {
        boolean rows = index.subscripts().size() == 2 && index.subscripts().get(1) instanceof Expression.Slice all
                && all.from() == null && all.to() == null && all.step() == null && !(index.subscripts().get(0) instanceof Expression.Slice);
        if (!rows || fault.diagnostic() == null) {
            return fault;
        }
        String matrix = expressions.text(index.operand());
        String code = new Offer(expressions).first(List.of("onehot(" + expressions.text(index.subscripts().get(0)) + ", rows(" + matrix + ")) @ " + matrix));
        return code == null ? fault : Fault.at(index.subscripts().get(0).span(), "rows are taken by number, from 0, or by a range",
                "write " + code + " to look rows up");
    }

    /** Every subscript, where an ellipsis stands for those left out. */
    private static List<Expression> spelled(Expression.Index index, int dimensions) {
        List<Expression> spelled = new ArrayList<>();
        boolean before = false;
        for (Expression subscript : index.subscripts()) {
            if (!(subscript instanceof Expression.Ellipsis)) {
                spelled.add(subscript);
                continue;
            } else if (before) {
                throw Fault.at(subscript.span(), "a second … in one index", "one stands for all dimensions left out");
            }
            before = true;
            for (int left = dimensions - index.subscripts().size() + 1; left > 0; left--) {
                spelled.add(new Expression.Slice(subscript.span(), null, null, null));
            }
        }
        return spelled;
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
