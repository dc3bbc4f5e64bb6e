package nabla.graph;

import java.util.Arrays;
import nabla.tensor.Block;
import nabla.tensor.Lanes;
import nabla.tensor.Region;
import nabla.tensor.Tensor;

/** The rule for lanes that is right for every operation: its kernel on the changed arguments, one lane after the other. */
final class LaneByLane {

    private LaneByLane() { }

    static void evaluate(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        Region part = result.region();
        Region[] parts = new Region[values.length];
        Tensor[] still = new Tensor[values.length];
        Tensor[] moved = new Tensor[values.length];
        for (int k = 0; k < values.length; k++) {
            parts[k] = self.op().needed(k, part, self);
            still[k] = new Block(parts[k]).of(values[k]);
            moved[k] = changes[k] == null ? still[k] : still[k].copy();
        }
        Tensor outcome = Tensor.zeros(part.shape());
        for (int l = 0; l < result.count(); l++) {
            boolean any = false;
            for (int k = 0; k < values.length; k++) {
                any |= changes[k] != null && move(still[k], parts[k], changes[k], l, moved[k]);
            }
            if (any) {
                self.op().value(moved, outcome);
            }
            for (int i = 0; i < part.lines(); i++) {
                for (int j = 0; j < part.columns(); j++) {
                    double before = value.get(part.line(i), part.left() + j);
                    result.own(part.line(i), part.left() + j)[l] = any ? outcome.get(i, j) - before : 0;
                }
            }
        }
    }

    /** Whether anything in the part of an argument moves in a lane. */
    private static boolean move(Tensor still, Region part, Lanes changes, int lane, Tensor moved) {
        boolean any = false;
        for (int i = 0; i < part.lines(); i++) {
            for (int j = 0; j < part.columns(); j++) {
                double[] change = changes.get(part.line(i), part.left() + j);
                double by = change == null ? 0 : change[lane];
                any |= by != 0;
                moved.data()[i * part.columns() + j] = still.get(i, j) + by;
            }
        }
        return any;
    }

    /** Of one entry, whose arguments are single numbers. */
    static double[] change(Op op, double[] at, double[][] by, double value, double[] out, int n) {
        Tensor[] moved = new Tensor[at.length];
        Arrays.setAll(moved, k -> Tensor.scalar(at[k]));
        Tensor outcome = Tensor.scalar(0);
        for (int l = 0; l < n; l++) {
            boolean any = false;
            for (int k = 0; k < at.length; k++) {
                double d = by[k] == null ? 0 : by[k][l];
                moved[k].data()[0] = at[k] + d;
                any |= d != 0;
            }
            if (any) {
                op.value(moved, outcome);
            }
            out[l] = any ? outcome.at(0) - value : 0;
        }
        return out;
    }
}
