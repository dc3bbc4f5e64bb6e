package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.number.Real;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * The derivative of a vector v by a vector u, or of anything by a scalar u, put together from the gradients of the entries of v. It also knows the rule that all of
 * them follow, which reads better than a list of rows.
 *
 * @param rows how the gradients, which are the arguments, are put together
 * @param seed stands for the gradient of anything with respect to v
 * @param rule the gradient of the same with respect to u, computed from the seed; by a scalar u the derivative itself, of v's shape
 */
public record Jacobian(Blocks rows, Input seed, Node rule) implements PartwiseOp {

    private static final OpFacts FACTS = OpFacts.of("jacobian");

    /** The derivative whose gradients are these rows of blocks. */
    public static Node of(List<? extends List<? extends Node>> gradients, Input seed, Node rule) {
        Apply blocks = (Apply) Blocks.of(null, gradients);
        return new Apply(null, new Jacobian((Blocks) blocks.op(), seed, rule), blocks.arguments());
    }

    @Override
    public OpFacts facts() {
        return FACTS;
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        return rows.shape(arguments);
    }

    @Override
    public void value(Apply self, Region part, Tensor[] arguments, Tensor result) {
        rows.value(self, part, arguments, result);
    }

    @Override
    public <T extends Real<T>> void value(Apply self, Region part, List<Numbers<T>> arguments, Numbers<T> result) {
        rows.value(self, part, arguments, result);
    }

    @Override
    public Region touched(int argument, Region changed, Apply self) {
        return rows.touched(argument, changed, self);
    }

    @Override
    public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        rows.lanes(self, values, changes, value, result);
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return rows.adjoint(argument, self, gradient);
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return rows.formula(arguments);
    }
}
