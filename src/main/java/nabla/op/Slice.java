package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.apache.commons.math3.RealFieldElement;

/** {@code A[0:2, 1]}: some rows and columns of a matrix. Two dimensions are kept. */
public record Slice(Strip rows, Strip columns) implements Op {

    @Override
    public String symbol() {
        return "slice";
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        Shape of = new Shape(rows.length(), columns.length());
        if (!arguments.get(0).equals(of)) {
            throw new ShapeMismatch("a slice of a " + of + " matrix does not fit " + arguments.get(0), null);
        }
        return new Shape(rows.count(), columns.count());
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        for (int k = 0; k < result.count(); k++) {
            result.data()[k] = arguments[0].at(Strip.place(rows, columns, k));
        }
    }

    @Override
    public <T extends RealFieldElement<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        for (int k = 0; k < result.count(); k++) {
            result.set(k, arguments.get(0).at(Strip.place(rows, columns, k)));
        }
    }

    @Override
    public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        result.fill((i, j) -> changes[0].get(rows.at(i), columns.at(j)));
    }

    /** What was not taken gets nothing. */
    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return new Apply(new Embed(rows, columns), gradient);
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        List<Formula> subscripts = columns.length() == 1 ? List.of(rows.formula())
                : rows.length() == 1 ? List.of(columns.formula())
                : List.of(rows.formula(), columns.formula());
        return new Formula.Index(arguments.get(0), subscripts);
    }
}
