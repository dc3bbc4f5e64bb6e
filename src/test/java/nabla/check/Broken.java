package nabla.check;

import java.util.List;
import nabla.backward.ReversePass;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.matrix.Matrix;
import nabla.matrix.Numbers;
import nabla.matrix.Shape;
import nabla.op.Algebra;
import org.apache.commons.math3.RealFieldElement;

/**
 * An operation with a wrong rule for one of its arguments: times 1.0001, with the other sign, zero, off by a thousandth, transposed (of
 * a square argument), or without the upstream gradient.
 */
record Broken(Op op, int argument, How how) implements Op {

    enum How { SCALED, FLIPPED, ZEROED, BIASED, TRANSPOSED, DETACHED }

    /** Whether the rule is zero everywhere: scaling it would change nothing. */
    static boolean isSilent(Apply use, int argument) {
        Node term = use.op().adjoint(argument, use, Algebra.ones(use.shape()));
        return term == null || term instanceof Constant constant && constant.isAll(0);
    }

    @Override
    public Node adjoint(int k, Apply self, Node gradient) {
        Node right = op.adjoint(k, self, gradient);
        if (k != argument) {
            return right;
        }
        return switch (how) {
            case SCALED -> Algebra.mul(1.0001, right);
            case FLIPPED -> Algebra.neg(right);
            case ZEROED -> null;
            case TRANSPOSED -> Algebra.transpose(ReversePass.fit(right, self.argument(k).shape()));
            case DETACHED -> op.adjoint(k, self, Algebra.ones(self.shape()));
            case BIASED -> Algebra.stretch(Algebra.constant(1e-3), self.argument(k).shape());
        };
    }

    @Override
    public String symbol() {
        return op.symbol();
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        return op.shape(arguments);
    }

    @Override
    public void value(Matrix[] arguments, Matrix result) {
        op.value(arguments, result);
    }

    @Override
    public <T extends RealFieldElement<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        op.value(arguments, result);
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return op.formula(arguments);
    }

    @Override
    public List<Guard> guards(Apply self) {
        return op.guards(self);
    }

    @Override
    public boolean elementwise() {
        return op.elementwise();
    }

    @Override
    public boolean stepwise() {
        return op.stepwise();
    }
}
