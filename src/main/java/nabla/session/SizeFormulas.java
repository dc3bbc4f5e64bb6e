package nabla.session;

import java.util.List;
import nabla.formula.Formula;
import nabla.formula.FormulaChange;
import nabla.graph.Node;
import nabla.op.Indexing;

/**
 * Formulas for any size: those of specimens whose sizes occur nowhere else, with {@code rows(A)} and {@code cols(A)} for them.
 *
 * @param specimens the arguments with those sizes; of two with the same the first is named
 */
record SizeFormulas(List<Node> specimens) {

    Formula of(Formula formula) {
        return formula instanceof Formula.Number number ? number(number)
                : formula instanceof Formula.NamedArgument ? formula : FormulaChange.of(formula, this::of);
    }

    /** The other way: a formula for any size with the sizes of the first specimen in it. */
    Formula given(Formula formula) {
        Formula inner = FormulaChange.of(formula, this::given);
        Node specimen = specimens.get(0);
        if (inner instanceof Formula.Call call) {
            return call.equals(size(specimen, 0)) ? Formula.number(specimen.shape().rows())
                    : call.equals(size(specimen, 1)) ? Formula.number(specimen.shape().columns()) : inner;
        }
        if (inner instanceof Formula.Infix infix && infix.operator().equals("*") && infix.left() instanceof Formula.Number a
                && infix.right() instanceof Formula.Number b) {
            return Formula.number(a.value() * b.value());
        }
        return inner;
    }

    private Formula number(Formula.Number number) {
        for (Node specimen : specimens) {
            Formula size = specimen.shape().isScalar() ? number : size(specimen, number);
            if (size != number) {
                return size;
            }
        }
        return number;
    }

    private static Formula size(Node specimen, Formula.Number number) {
        if (number.value() == specimen.shape().rows()) {
            return size(specimen, 0);
        } else if (number.value() == specimen.shape().columns() && specimen.shape().columns() > 1) {
            return size(specimen, 1);
        }
        return number.value() == specimen.shape().count() ? Formula.infix("*", size(specimen, 0), size(specimen, 1)) : number;
    }

    /** {@code rows(A)} or {@code cols(A)}. */
    private static Formula size(Node specimen, int axis) {
        return new Indexing.Size(axis).formula(List.of(Formula.name(specimen.name())));
    }
}
