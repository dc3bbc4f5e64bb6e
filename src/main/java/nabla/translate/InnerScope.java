package nabla.translate;

import java.util.Collection;
import nabla.graph.Node;
import nabla.syntax.Expression;

/** A scope inside of another, where most things mean what they mean around it. */
interface InnerScope extends Scope {

    /** What names mean that mean nothing of their own here. */
    Scope around();

    @Override
    default WrittenFunction mapped(String name) {
        return around().mapped(name);
    }

    @Override
    default Collection<String> mappedNames() {
        return around().mappedNames();
    }

    @Override
    default boolean isBroken(String name) {
        return around().isBroken(name);
    }

    @Override
    default Node derivative(Expression.Derivative derivative) {
        return around().derivative(derivative);
    }

    @Override
    default int scale(Node of, Node by) {
        return around().scale(of, by);
    }

    @Override
    default OperationTable operations() {
        return around().operations();
    }
}
