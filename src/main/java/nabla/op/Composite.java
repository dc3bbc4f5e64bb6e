package nabla.op;

import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.apache.commons.math3.RealFieldElement;

/** An operation whose value is, by definition, that of a graph of simpler ones. For operations that are not worth a kernel. */
interface Composite extends Op {

    /** The value in terms of simpler operations. */
    Node expand(List<? extends Node> arguments);

    @Override
    default Node definition(Apply self) {
        return expand(self.arguments());
    }

    @Override
    default boolean isComposed() {
        return true;
    }

    @Override
    default void value(Tensor[] arguments, Tensor result) {
        List<Tensor> values = List.of(arguments);
        List<Input> inputs = inputs(values.stream().map(Tensor::shape).toList());
        Tensor value = Expansion.value(expand(inputs), Expansion.bind(inputs, values));
        System.arraycopy(value.data(), 0, result.data(), 0, result.count());
    }

    @Override
    default <T extends RealFieldElement<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        List<Input> inputs = inputs(arguments.stream().map(Numbers::shape).toList());
        T zero = arguments.get(0).at(0).getField().getZero();
        Numbers<T> value = Expansion.value(expand(inputs), Expansion.bind(inputs, arguments), zero);
        for (int k = 0; k < result.count(); k++) {
            result.set(k, value.at(k));
        }
    }

    private static List<Input> inputs(List<Shape> shapes) {
        return shapes.stream().map(shape -> new Input("argument", shape)).toList();
    }
}
