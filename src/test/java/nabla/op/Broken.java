package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.matrix.Matrix;
import nabla.matrix.Numbers;
import nabla.matrix.Shape;
import org.apache.commons.math3.RealFieldElement;

/** An operation whose backward rule is wrong by a millionth: what a test of rules has to notice. */
record Broken(Op op) implements Op {

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
    public Node adjoint(int argument, Apply self, Node gradient) {
        Node right = op.adjoint(argument, new Apply(null, op, self.arguments()), gradient);
        Node wrong = Algebra.constant(1e-6);
        return right == null ? wrong : Algebra.add(right, wrong);
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return op.formula(arguments);
    }
}
