package nabla.session;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Node;
import nabla.op.Indexing;

/**
 * Formulas for any size: those of a specimen whose sizes occur nowhere else, with {@code rows(A)} and {@code cols(A)} for them.
 *
 * @param specimen the argument with those sizes
 */
record Sized(Node specimen) {

    Formula of(Formula formula) {
        return formula instanceof Formula.Number number ? number(number)
                : formula instanceof Formula.Named ? formula : formula.with(this::of);
    }

    /** The other way: a formula for any size with the sizes of the specimen in it. */
    Formula given(Formula formula) {
        Formula inner = formula.with(this::given);
        if (inner instanceof Formula.Call call && call.arguments().equals(List.of(Formula.name(specimen.name())))) {
            return call.equals(size(0)) ? Formula.number(specimen.shape().rows())
                    : call.equals(size(1)) ? Formula.number(specimen.shape().columns()) : inner;
        }
        if (inner instanceof Formula.Infix infix && infix.operator().equals("*") && infix.left() instanceof Formula.Number a
                && infix.right() instanceof Formula.Number b) {
            return Formula.number(a.value() * b.value());
        }
        return inner;
    }

    private Formula number(Formula.Number number) {
        Formula rows = size(0);
        Formula columns = size(1);
        if (specimen.shape().isScalar()) {
            return number;
        } else if (number.value() == specimen.shape().rows()) {
            return rows;
        } else if (number.value() == specimen.shape().columns() && specimen.shape().columns() > 1) {
            return columns;
        }
        return number.value() == specimen.shape().count() ? Formula.infix("*", rows, columns) : number;
    }

    /** {@code rows(A)} or {@code cols(A)}. */
    private Formula size(int axis) {
        return new Indexing.Size(axis).formula(List.of(Formula.name(specimen.name())));
    }
}
