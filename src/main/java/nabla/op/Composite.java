package nabla.op;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.forward.ComposedOp;
import nabla.forward.Expansion;
import nabla.forward.FieldValues;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** An operation whose value is, by definition, that of a graph of simpler ones. For operations that are not worth a kernel. */
interface Composite extends ComposedOp {

    /** The value in terms of simpler operations. */
    Node expand(List<? extends Node> arguments);

    @Override
    default Node definition(Apply self) {
        return expand(self.arguments());
    }

    @Override
    default Expansion expansion(List<Shape> arguments) {
        List<? extends Node> parameters = Expansion.parameters(arguments);
        Node result = expand(parameters);
        return Expansion.of(parameters, result instanceof Apply use ? use : new Apply(Unary.IDENTITY, result));
    }

    @Override
    default void value(Tensor[] arguments, Tensor result) {
        Expansion expansion = expansion(Arrays.stream(arguments).map(Tensor::shape).toList());
        Values values = Values.at(new Program(List.of(expansion.result())), bind(expansion, List.of(arguments)));
        System.arraycopy(values.of(expansion.result()).data(), 0, result.data(), 0, result.count());
    }

    @Override
    default <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        Expansion expansion = expansion(arguments.stream().map(Numbers::shape).toList());
        Map<Node, Numbers<T>> point = bind(expansion, arguments);
        T zero = arguments.get(0).at(0).number(0);
        Numbers<T> value = new FieldValues<>(new Program(List.of(expansion.result())), (Input input) -> point.get(input), zero::add).of(expansion.result());
        Collections.copy(result.entries(), value.entries());
    }

    private static <V> Map<Node, V> bind(Expansion expansion, List<V> arguments) {
        Map<Node, V> point = new IdentityHashMap<>();
        for (int k = 0; k < arguments.size(); k++) {
            point.put(expansion.parameters().get(k), arguments.get(k));
        }
        return point;
    }
}
