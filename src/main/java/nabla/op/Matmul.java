package nabla.op;

import java.util.Arrays;
import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.limit.Stop;
import nabla.number.Real;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * The matrix product {@code A @ B}: m×k by k×n is m×n. Of tensors one for each leading index; leading dimensions broadcast, as in
 * torch.matmul.
 */
public record Matmul() implements Op {


    private static final OpFacts FACTS = OpFacts.of("matmul", Trait.KEEPS_SIGN, Trait.TOTAL, Trait.UNNAMED).meaning(Meaning.MATRIX_PRODUCT);

    @Override
    public OpFacts facts() {
        return FACTS;
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        Shape a = arguments.get(0);
        Shape b = arguments.get(1);
        if (a.columns() != b.rows()) {
            throw new ShapeMismatch("@ does not fit " + a + " and " + b + ": " + a.columns() + " columns on the left, "
                    + b.rows() + " rows on the right", hint(a, b));
        }
        Shape shape = leading(a, b).with(a.rows(), b.columns());
        if (shape.entries() * (double) a.columns() > Apply.MOST_PRODUCTS) {
            throw ShapeMismatch.refused("a product of " + a + " and " + b + " would take more than 4,000 million multiplications", "take smaller sizes");
        }
        return shape;
    }

    private static Shape leading(Shape a, Shape b) {
        Shape leading = a.with(1, 1).broadcast(b.with(1, 1));
        if (leading == null) {
            throw new ShapeMismatch("@ does not fit " + a + " and " + b + ": a product for each leading index needs equal leading sizes, or 1",
                    "did you mean permute(…)? The last two dimensions are multiplied");
        }
        return leading;
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
        Tensor a = arguments[0];
        Tensor b = arguments[1];
        if (b.shape().matrices() == 1) {
            Product.of(a, b, result);
            return;
        }
        Pairs pairs = Pairs.of(a.shape(), b.shape(), result.shape());
        for (int m = 0; m < result.shape().matrices(); m++) {
            Product.of(a, pairs.left(m), b, pairs.right(m), result, m);
        }
    }

    @Override
    public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        Numbers<T> a = arguments.get(0);
        Numbers<T> b = arguments.get(1);
        Pairs pairs = Pairs.of(a.shape(), b.shape(), result.shape());
        int columns = result.shape().columns();
        int inner = a.shape().columns();
        T[] row = Real.zeros(a.at(0), inner);
        T[] column = Real.zeros(a.at(0), inner);
        for (int m = 0; m < result.shape().matrices(); m++) {
            int first = m * pairs.rows();
            int top = pairs.top(first);
            for (int j = 0; j < columns; j++) {
                int at = j;
                Arrays.setAll(column, k -> b.get(top + k, at));
                for (int i = first; i < first + pairs.rows(); i++) {
                    Stop.ifAsked();
                    int from = pairs.row(i);
                    Arrays.setAll(row, k -> a.get(from, k));
                    result.set(i * columns + j, row[0].dot(row, column));
                }
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
        return part(changed, argument, self.argument(argument).shape(), self.shape());
    }

    @Override
    public Region needed(int argument, Region part, Apply self) {
        return part(part, argument, self.shape(), self.argument(argument).shape());
    }

    /** The rows of a part, for the left argument, or its columns, for the right one, along the leading dimensions of another shape. */
    private static Region part(Region part, int argument, Shape own, Shape other) {
        if (own.isMatrix() && other.isMatrix()) {
            return argument == 0 ? part.wholeRows(other) : part.wholeColumns(other);
        }
        Region leading = part.in(own, other);
        int[] from = new int[other.dimensions()];
        int[] size = other.sizes();
        for (int d = 0; d < from.length - 2; d++) {
            from[d] = leading.from(d);
            size[d] = leading.size(d);
        }
        int kept = from.length - 2 + argument;
        from[kept] = argument == 0 ? part.top() : part.left();
        size[kept] = argument == 0 ? part.rows() : part.columns();
        return Region.box(other, from, size);
    }

    /**
     * Which matrices of the two sides belong to a matrix of the result.
     *
     * @param left  null where the same one does, or there is only one
     * @param right the same
     */
    record Pairs(Shape a, Shape b, int rows, int[] left, int[] right) {

        static Pairs of(Shape a, Shape b, Shape result) {
            Shape leading = result.with(1, 1);
            return new Pairs(a, b, result.rows(), a.with(1, 1).stretchedLines(leading), b.with(1, 1).stretchedLines(leading));
        }

        int left(int matrix) {
            return left != null ? left[matrix] : a.matrices() == 1 ? 0 : matrix;
        }

        int right(int matrix) {
            return right != null ? right[matrix] : b.matrices() == 1 ? 0 : matrix;
        }

        /** The line on the left that a line of the result is made of. */
        int row(int line) {
            return left == null && a.matrices() > 1 ? line : left(line / rows) * rows + line % rows;
        }

        /** The first line of the matrix on the right that belongs to it. */
        int top(int line) {
            return b.matrices() == 1 ? 0 : right(line / rows) * b.rows();
        }
    }

    @Override
    public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        new ProductLanes(values, changes, result, Pairs.of(values[0].shape(), values[1].shape(), value.shape())).evaluate();
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return Formula.infix("@", arguments.get(0), arguments.get(1));
    }
}
