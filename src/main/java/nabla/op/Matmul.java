package nabla.op;

import java.util.Arrays;
import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.limit.Stop;
import nabla.matrix.Lanes;
import nabla.matrix.Matrix;
import nabla.matrix.Numbers;
import nabla.matrix.Region;
import nabla.matrix.Shape;
import org.apache.commons.math3.RealFieldElement;

/** The matrix product {@code A @ B}: m×k by k×n is m×n. */
public record Matmul() implements Op {

    @Override
    public String symbol() {
        return "matmul";
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
    public void value(Matrix[] arguments, Matrix result) {
        double[] a = arguments[0].data();
        double[] b = arguments[1].data();
        double[] out = result.data();
        int inner = arguments[0].columns();
        int columns = result.columns();
        if (columns == 1) {
            byRows(a, b, out);
            return;
        }
        Arrays.fill(out, 0);
        for (int i = 0; i < result.rows(); i++) {
            Stop.ifAsked();
            for (int k = 0; k < inner; k++) {
                addMultiple(a[i * inner + k], b, k * columns, out, i * columns, columns);
            }
        }
    }

    /** A matrix by a column: four rows side by side, because each sum waits for its last term. The terms are added in the same order. */
    private static void byRows(double[] a, double[] b, double[] out) {
        int n = b.length;
        int i = 0;
        for (; i + 4 <= out.length; i += 4) {
            double first = 0;
            double second = 0;
            double third = 0;
            double fourth = 0;
            for (int k = 0, at = i * n; k < n; k++, at++) {
                first += a[at] * b[k];
                second += a[at + n] * b[k];
                third += a[at + 2 * n] * b[k];
                fourth += a[at + 3 * n] * b[k];
            }
            out[i] = first;
            out[i + 1] = second;
            out[i + 2] = third;
            out[i + 3] = fourth;
        }
        for (; i < out.length; i++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += a[i * n + k] * b[k];
            }
            out[i] = sum;
        }
    }

    private static void addMultiple(double factor, double[] from, int start, double[] to, int target, int count) {
        for (int j = 0; j < count; j++) {
            to[target + j] += factor * from[start + j];
        }
    }

    @Override
    public <T extends RealFieldElement<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        Numbers<T> a = arguments.get(0);
        Numbers<T> b = arguments.get(1);
        int columns = result.shape().columns();
        for (int out = 0; out < result.count(); out++) {
            Stop.ifAsked();
            T sum = a.get(out / columns, 0).multiply(b.get(0, out % columns));
            for (int k = 1; k < a.shape().columns(); k++) {
                sum = sum.add(a.get(out / columns, k).multiply(b.get(k, out % columns)));
            }
            result.set(out, sum);
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
    public void lanes(Apply self, Matrix[] values, Lanes[] changes, Matrix value, Lanes result) {
        new ProductLanes(values, changes, result).evaluate();
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return Formula.infix("@", arguments.get(0), arguments.get(1));
    }
}
