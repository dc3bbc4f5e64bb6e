package nabla.translate;

import java.util.ArrayList;
import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.op.Indexing;
import nabla.op.Subscript;
import nabla.syntax.Expression;
import nabla.tensor.Tensor;

/** Builds {@code A[i, j]}, and {@code W[idx, :]} with numbers that are known. */
record Subscripts(Construction construction) {

    Node build(Expression.Index index, String name) {
        Node operand = construction.build(index.operand(), null);
        List<Expression> spelled = spelled(index, operand.shape().dimensions());
        List<Subscript> subscripts = new ArrayList<>();
        Expression chosen = null;
        Tensor numbers = null;
        for (Expression each : spelled) {
            Tensor value = each instanceof Expression.Slice ? null : construction.known(each);
            if (value == null || value.shape().isScalar()) {
                subscripts.add(value == null ? range((Expression.Slice) each) : Subscript.at(KnownValues.wholeNumber(value, each.span())));
                continue;
            } else if (chosen != null) {
                throw Fault.at(each.span(), "two lists of numbers in one index", "pick(P, y) takes entry y[i] of row i; otherwise one index after the other");
            }
            chosen = each;
            numbers = value;
            subscripts.add(Subscript.ALL);
        }
        try {
            Node part = chosen == null ? Indexing.slice(name, operand, subscripts)
                    : chosen(name, operand, subscripts, spelled.indexOf(chosen), numbers, chosen);
            return construction.origin(part, index.span());
        } catch (ShapeMismatch mismatch) {
            if (mismatch.isRefusal()) {
                throw Fault.shape(index.span(), mismatch);
            }
            boolean one = subscripts.size() == 1 && !operand.shape().isVector() && operand.shape().isMatrix();
            String text = construction.text(index.operand());
            String row = construction.text(index.subscripts().get(0));
            throw Fault.shape(index.span(), one ? text + " is " + operand.shape() + " and needs two subscripts" : mismatch.getMessage(),
                    one ? "did you mean " + text + "[" + row + ", :]?" : mismatch.hint());
        }
    }

    /** A look-up, and behind it what the other subscripts take. */
    private static Node chosen(String name, Node operand, List<Subscript> subscripts, int at, Tensor numbers, Expression written) {
        boolean alone = subscripts.size() == 1 && operand.shape().isVector();
        if (subscripts.size() != operand.shape().dimensions() && !alone) {
            return Indexing.slice(name, operand, subscripts);
        }
        int dimension = alone && operand.shape().columns() > 1 ? 1 : at;
        Formula formula = written instanceof Expression.Name known ? Formula.name(known.name()) : null;
        if (subscripts.stream().allMatch(Subscript.ALL::equals)) {
            return Indexing.chosen(name, operand, dimension, numbers, formula);
        }
        return Indexing.slice(name, Indexing.chosen(null, operand, dimension, numbers, formula), subscripts);
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

    private Subscript range(Expression.Slice slice) {
        return Subscript.range(part(slice.from()), part(slice.to()), part(slice.step()));
    }

    private Integer part(Expression written) {
        return written == null ? null : construction.wholeNumber(written);
    }
}
