package nabla.op;

import java.util.function.DoubleBinaryOperator;
import nabla.tensor.Tensor;

/**
 * How an operation on two numbers runs over two matrices. The four operations of arithmetic have loops of their own, which the JIT
 * compiler turns into vector instructions; that takes arrays that are indexed by the bare loop variable.
 */
interface Sweep extends DoubleBinaryOperator {

    /** Two of one shape. */
    default void both(double[] a, double[] b, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = applyAsDouble(a[k], b[k]);
        }
    }

    /** A scalar on the left. */
    default void left(double a, double[] b, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = applyAsDouble(a, b[k]);
        }
    }

    /** A scalar on the right. */
    default void right(double[] a, double b, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = applyAsDouble(a[k], b);
        }
    }

    /** Writes every entry of {@code out}, whose shape is that of the two stretched. */
    default void over(Tensor a, Tensor b, Tensor out) {
        if (a.shape().equals(b.shape())) {
            both(a.data(), b.data(), out.data());
        } else if (a.count() == 1 && b.count() == out.count()) {
            left(a.data()[0], b.data(), out.data());
        } else if (b.count() == 1 && a.count() == out.count()) {
            right(a.data(), b.data()[0], out.data());
        } else {
            stretched(a, b, out);
        }
    }

    private void stretched(Tensor a, Tensor b, Tensor out) {
        Broadcast.Steps left = Broadcast.Steps.of(a.shape(), out.shape());
        Broadcast.Steps right = Broadcast.Steps.of(b.shape(), out.shape());
        for (int i = 0, k = 0; i < out.shape().lines(); i++) {
            for (int j = 0; j < out.columns(); j++, k++) {
                out.data()[k] = applyAsDouble(a.data()[left.at(i, j)], b.data()[right.at(i, j)]);
            }
        }
    }

    Sweep ADD = new Sweep() {
        @Override
        public double applyAsDouble(double a, double b) {
            return a + b;
        }

        @Override
        public void both(double[] a, double[] b, double[] out) {
            for (int k = 0; k < out.length; k++) {
                out[k] = a[k] + b[k];
            }
        }

        @Override
        public void left(double a, double[] b, double[] out) {
            for (int k = 0; k < out.length; k++) {
                out[k] = a + b[k];
            }
        }

        @Override
        public void right(double[] a, double b, double[] out) {
            left(b, a, out);
        }
    };

    Sweep SUB = new Sweep() {
        @Override
        public double applyAsDouble(double a, double b) {
            return a - b;
        }

        @Override
        public void both(double[] a, double[] b, double[] out) {
            for (int k = 0; k < out.length; k++) {
                out[k] = a[k] - b[k];
            }
        }

        @Override
        public void left(double a, double[] b, double[] out) {
            for (int k = 0; k < out.length; k++) {
                out[k] = a - b[k];
            }
        }

        @Override
        public void right(double[] a, double b, double[] out) {
            for (int k = 0; k < out.length; k++) {
                out[k] = a[k] - b;
            }
        }
    };

    Sweep MUL = new Sweep() {
        @Override
        public double applyAsDouble(double a, double b) {
            return a * b;
        }

        @Override
        public void both(double[] a, double[] b, double[] out) {
            for (int k = 0; k < out.length; k++) {
                out[k] = a[k] * b[k];
            }
        }

        @Override
        public void left(double a, double[] b, double[] out) {
            for (int k = 0; k < out.length; k++) {
                out[k] = a * b[k];
            }
        }

        @Override
        public void right(double[] a, double b, double[] out) {
            left(b, a, out);
        }
    };

    Sweep DIV = new Sweep() {
        @Override
        public double applyAsDouble(double a, double b) {
            return a / b;
        }

        @Override
        public void both(double[] a, double[] b, double[] out) {
            for (int k = 0; k < out.length; k++) {
                out[k] = a[k] / b[k];
            }
        }

        @Override
        public void left(double a, double[] b, double[] out) {
            for (int k = 0; k < out.length; k++) {
                out[k] = a / b[k];
            }
        }

        @Override
        public void right(double[] a, double b, double[] out) {
            for (int k = 0; k < out.length; k++) {
                out[k] = a[k] / b;
            }
        }
    };
}
