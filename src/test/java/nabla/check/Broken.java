package nabla.check;

import nabla.backward.ReversePass;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.op.Algebra;
import nabla.op.OtherRule;

/**
 * An operation with a wrong rule for one of its arguments: times 1.0001, with the other sign, zero, off by a thousandth, transposed (of
 * a square argument), or without the upstream gradient.
 */
record Broken(Op op, int argument, How how) implements OtherRule {

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
}
