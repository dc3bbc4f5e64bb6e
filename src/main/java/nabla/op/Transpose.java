package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.OpFacts;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** The transpose {@code A.T}: rows and columns exchanged, of a tensor in each of its matrices. */
public record Transpose() implements Op {

    private static final OpFacts FACTS = OpFacts.of("transpose", Trait.KEEPS_SIGN, Trait.TOTAL, Trait.REARRANGES, Trait.UNNAMED)
            .meaning(Meaning.TRANSPOSE);

    /** Tile by tile both sides stay in the nearest cache. */
    private static final int TILE = 32;

    @Override
    public OpFacts facts() {
        return FACTS;
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        return arguments.get(0).transposed();
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        double[] in = arguments[0].data();
        double[] out = result.data();
        int rows = result.rows();
        int columns = result.columns();
        for (int start = 0; start < out.length; start += rows * columns) {
            for (int top = 0; top < rows; top += TILE) {
                for (int left = 0; left < columns; left += TILE) {
                    tile(in, out, start, top, left, rows, columns);
                }
            }
        }
    }

    private static void tile(double[] in, double[] out, int start, int top, int left, int rows, int columns) {
        for (int i = top; i < Math.min(rows, top + TILE); i++) {
            for (int j = left; j < Math.min(columns, left + TILE); j++) {
                out[start + i * columns + j] = in[start + j * rows + i];
            }
        }
    }

    @Override
    public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        int rows = result.shape().rows();
        int columns = result.shape().columns();
        for (int k = 0; k < result.count(); k++) {
            int line = k / columns;
            result.set(k, arguments.get(0).get(line / rows * columns + k % columns, line % rows));
        }
    }

    @Override
    public Region touched(int argument, Region changed, Apply self) {
        return changed.transposed(self.shape());
    }

    @Override
    public Region needed(int argument, Region part, Apply self) {
        return part.transposed(self.argument(0).shape());
    }

    @Override
    public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        int rows = value.rows();
        int columns = value.columns();
        result.fill((i, j) -> changes[0].get(i / rows * columns + j, i % rows));
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return Algebra.transpose(gradient);
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return new Formula.Transpose(arguments.get(0));
    }
}
