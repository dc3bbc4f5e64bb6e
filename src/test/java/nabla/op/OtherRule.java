package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Op;
import nabla.graph.OpFacts;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** An operation like another one in all but its backward rule. */
public interface OtherRule extends Op {

    /** The other one. */
    Op op();

    /** Its name, and where its value moves in steps: facts of the value, which the rule does not change. */
    @Override
    default OpFacts facts() {
        OpFacts named = OpFacts.of(op().symbol());
        return op().is(Trait.STEPWISE) ? named.is(Trait.STEPWISE) : named;
    }

    @Override
    default Shape shape(List<Shape> arguments) {
        return op().shape(arguments);
    }

    @Override
    default void value(Tensor[] arguments, Tensor result) {
        op().value(arguments, result);
    }

    @Override
    default <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        op().value(arguments, result);
    }

    @Override
    default Formula formula(List<Formula> arguments) {
        return op().formula(arguments);
    }

    @Override
    default List<Guard> guards(Apply self) {
        return op().guards(self);
    }

    @Override
    default boolean elementwise() {
        return op().elementwise();
    }}
