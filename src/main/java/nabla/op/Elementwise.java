package nabla.op;

import java.util.Arrays;
import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Op;
import nabla.tensor.Lanes;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** An operation on entries: operands broadcast, and an entry of the result depends on that entry of each only. */
public interface Elementwise extends Op {

    @Override
    default Shape shape(List<Shape> arguments) {
        return Broadcast.shape(symbol(), arguments);
    }

    @Override
    default boolean elementwise() {
        return true;
    }

    @Override
    default void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        double[] at = new double[values.length];
        double[][] by = new double[values.length][];
        if (value.count() == 1) {
            for (int k = 0; k < at.length; k++) {
                at[k] = values[k].at(0);
                by[k] = changes[k] == null ? null : changes[k].get(0, 0);
            }
            entry(at, by, value.at(0), result, 0, 0);
            return;
        }
        int[] lines = new int[values.length];
        Broadcast.Steps[] steps = new Broadcast.Steps[values.length];
        Region part = result.region();
        Arrays.setAll(steps, k -> Broadcast.Steps.of(values[k].shape(), value.shape(), part));
        for (int r = 0; r < part.lines(); r++) {
            int i = part.line(r);
            for (int k = 0; k < lines.length; k++) {
                lines[k] = steps[k].line(i);
            }
            for (int j = part.left(); j < part.left() + part.columns(); j++) {
                for (int k = 0; k < at.length; k++) {
                    int column = steps[k].column(j);
                    at[k] = values[k].get(lines[k], column);
                    by[k] = changes[k] == null ? null : changes[k].get(lines[k], column);
                }
                entry(at, by, value.get(i, j), result, i, j);
            }
        }
    }

    private void entry(double[] at, double[][] by, double value, Lanes result, int i, int j) {
        boolean any = false;
        for (double[] each : by) {
            any |= each != null;
        }
        double[] own = result.own(i, j);
        double[] found = any ? change(at, by, value, own, result.count()) : null;
        if (found != own) {
            result.share(i, j, found);
        }
    }
}
