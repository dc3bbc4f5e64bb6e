package nabla.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.number.Real;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * {@code [A, b; c, d]}: a matrix put together from blocks. The blocks of a row are of equal height, and all rows of equal width.
 *
 * @param counts how many blocks each row has; the arguments are the blocks, row by row
 */
public record Blocks(List<Integer> counts) implements PartwiseOp {

    private static final OpFacts FACTS = OpFacts.of("blocks");

    private static final int MANY = 1000;

    /** The matrix with these rows of blocks, under a name that may be null. */
    public static Node of(String name, List<? extends List<? extends Node>> rows) {
        List<Node> blocks = new ArrayList<>();
        rows.forEach(blocks::addAll);
        return new Apply(name, new Blocks(rows.stream().map(List::size).toList()), blocks);
    }

    @Override
    public OpFacts facts() {
        return FACTS;
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        long height = 0;
        long width = -1;
        int block = 0;
        for (int row = 0; row < counts.size(); row++) {
            Shape first = matrix(arguments.get(block));
            long columns = 0;
            for (int end = block + counts.get(row); block < end; block++) {
                Shape next = matrix(arguments.get(block));
                if (next.rows() != first.rows()) {
                    throw new ShapeMismatch("blocks side by side need equal heights, not " + first + " and " + next,
                            first.columns() == next.columns() ? "did you mean [A; B]?" : null);
                }
                columns += next.columns();
            }
            if (width >= 0 && columns != width) {
                throw new ShapeMismatch("row " + row + " of the matrix has " + columns + (columns == 1 ? " column" : " columns") + ", the rows above have " + width,
                        "every row needs the same number of columns");
            }
            width = columns;
            height += first.rows();
        }
        return Leaves.limited("the matrix", height, width);
    }

    private static Shape matrix(Shape shape) {
        if (!shape.isMatrix()) {
            throw new ShapeMismatch("a block of " + shape + " in a matrix", "did you mean stack(A, B) or concat(A, B, axis=0)?");
        }
        return shape;
    }

    /** What a copying loop does with entry {@code from} of a block and its row and column in the matrix. */
    private interface Copy {
        void entry(int block, int from, int row, int column);
    }

    private void copy(List<Shape> shapes, Region part, Copy copy) {
        int block = 0;
        int top = 0;
        for (int count : counts) {
            int height = shapes.get(block).rows();
            int left = 0;
            for (int end = block + count; block < end; block++) {
                int width = shapes.get(block).columns();
                for (int i = Math.max(top, part.top()); i < Math.min(top + height, part.top() + part.rows()); i++) {
                    for (int j = Math.max(left, part.left()); j < Math.min(left + width, part.left() + part.columns()); j++) {
                        copy.entry(block, (i - top) * width + j - left, i, j);
                    }
                }
                left += width;
            }
            top += height;
        }
    }

    @Override
    public void value(Apply self, Region part, Tensor[] arguments, Tensor result) {
        copy(Arrays.stream(arguments).map(Tensor::shape).toList(), part,
                (block, from, row, column) -> result.data()[(row - part.top()) * part.columns() + column - part.left()] = arguments[block].at(from));
    }

    @Override
    public <T extends Real<T>> void value(Apply self, Region part, List<Numbers<T>> arguments, Numbers<T> result) {
        copy(arguments.stream().map(Numbers::shape).toList(), part,
                (block, from, row, column) -> result.set((row - part.top()) * part.columns() + column - part.left(), arguments.get(block).at(from)));
    }

    /** Where a block stands; to find it takes a walk over those before it, so that it is not done for very many. */
    @Override
    public Region touched(int argument, Region changed, Apply self) {
        if (self.arguments().size() > MANY) {
            return Region.all(self.shape());
        }
        return new Region(top(argument, self) + changed.top(), left(argument, self) + changed.left(), changed.rows(), changed.columns());
    }

    @Override
    public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        List<Shape> shapes = Arrays.stream(values).map(Tensor::shape).toList();
        copy(shapes, result.region(),
                (block, from, row, column) -> result.share(row, column, changes[block] == null ? null : changes[block].get(from)));
    }

    /** The row of the matrix in which a block begins. */
    private int top(int argument, Apply self) {
        int block = 0;
        int top = 0;
        for (int row = 0; block + counts.get(row) <= argument; row++) {
            top += self.argument(block).shape().rows();
            block += counts.get(row);
        }
        return top;
    }

    /** The column of the matrix in which a block begins. */
    private int left(int argument, Apply self) {
        int block = 0;
        for (int row = 0; block + counts.get(row) <= argument; row++) {
            block += counts.get(row);
        }
        int left = 0;
        for (; block < argument; block++) {
            left += self.argument(block).shape().columns();
        }
        return left;
    }

    /** Each block gets its piece of the gradient. */
    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        int top = top(argument, self);
        int left = left(argument, self);
        Shape shape = self.argument(argument).shape();
        if (shape.equals(self.shape())) {
            return gradient;
        }
        return new Apply(new Gather(new Strips(List.of(new Strip(self.shape().rows(), top, shape.rows(), 1),
                new Strip(self.shape().columns(), left, shape.columns(), 1)), 0)), gradient);
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        List<List<Formula>> rows = new ArrayList<>();
        int block = 0;
        for (int count : counts) {
            rows.add(arguments.subList(block, block + count));
            block += count;
        }
        return inBrackets(rows);
    }

    /** Blocks on paper. A block that is itself one row in brackets joins its row, as {@code [[1, 2], [3, 4]]} would be read as rows. */
    static Formula inBrackets(List<List<Formula>> rows) {
        List<List<Formula>> joined = new ArrayList<>();
        for (List<Formula> row : rows) {
            List<Formula> entries = new ArrayList<>();
            for (Formula entry : row) {
                if (entry instanceof Formula.Blocks inner && inner.rows().size() == 1) {
                    entries.addAll(inner.rows().get(0));
                } else {
                    entries.add(entry);
                }
            }
            joined.add(List.copyOf(entries));
        }
        return new Formula.Blocks(List.copyOf(joined));
    }
}
