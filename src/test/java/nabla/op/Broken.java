package nabla.op;

import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;

/** An operation whose backward rule is wrong by a millionth: what a test of rules has to notice. */
record Broken(Op op) implements OtherRule {

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        Node right = op.adjoint(argument, new Apply(null, op, self.arguments()), gradient);
        Node wrong = Algebra.constant(1e-6);
        return right == null ? wrong : Algebra.add(right, wrong);
    }
}
