package nabla.op;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.limit.Stop;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.apache.commons.math3.RealFieldElement;
import org.apache.commons.math3.util.MathArrays;

/** The matrix product {@code A @ B}: m×k by k×n is m×n. */
public record Matmul() implements Op {

    @Override
    public String symbol() {
        return "matmul";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SIGN, Trait.TOTAL, Trait.UNNAMED);
    }

    @Override
    public Meaning meaning() {
        return Meaning.MATRIX_PRODUCT;
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        Shape a = arguments.get(0);
        Shape b = arguments.get(1);
        if (a.columns() != b.rows()) {
            throw new ShapeMismatch("@ does not fit " + a + " and " + b + ": " + a.columns() + " columns on the left, "
                    + b.rows() + " rows on the right", hint(a, b));
        }
        return new Shape(a.rows(), b.columns());
    }

    private static String hint(Shape a, Shape b) {
        if (a.columns() == b.columns()) {
            return "did you mean A @ B.T?";
        }
        if (a.rows() == b.rows()) {
            return "did you mean A.T @ B?";
        }
        if (b.columns() == a.rows()) {
            return "did you mean B @ A?";
        }
        return a.broadcast(b) != null ? "did you mean A * B?" : "the left side needs as many columns as the right side has rows";
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        Product.of(arguments[0], arguments[1], result);
    }

    @Override
    public <T extends RealFieldElement<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        Numbers<T> a = arguments.get(0);
        Numbers<T> b = arguments.get(1);
        int rows = result.shape().rows();
        int columns = result.shape().columns();
        int inner = a.shape().columns();
        T[] row = MathArrays.buildArray(a.at(0).getField(), inner);
        T[] column = MathArrays.buildArray(a.at(0).getField(), inner);
        for (int j = 0; j < columns; j++) {
            int at = j;
            Arrays.setAll(column, k -> b.get(k, at));
            for (int i = 0; i < rows; i++) {
                Stop.ifAsked();
                int from = i;
                Arrays.setAll(row, k -> a.get(from, k));
                result.set(i * columns + j, row[0].linearCombination(row, column));
            }
        }
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return argument == 0
                ? Algebra.matmul(gradient, Algebra.transpose(self.argument(1)))
                : Algebra.matmul(Algebra.transpose(self.argument(0)), gradient);
    }

    @Override
    public Region touched(int argument, Region changed, Apply self) {
        return argument == 0 ? changed.wholeRows(self.shape()) : changed.wholeColumns(self.shape());
    }

    @Override
    public Region needed(int argument, Region part, Apply self) {
        Shape own = self.argument(argument).shape();
        return argument == 0 ? part.wholeRows(own) : part.wholeColumns(own);
    }

    @Override
    public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        new ProductLanes(values, changes, result).evaluate();
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return Formula.infix("@", arguments.get(0), arguments.get(1));
    }
}
