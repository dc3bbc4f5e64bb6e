package nabla.op;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.forward.FieldValues;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Numbers for a small graph. */
final class Evaluation {

    private Evaluation() { }

    /** The value of a node; {@code values} holds those of its inputs and receives the others. */
    static Tensor value(Node root, Map<Node, Tensor> values) {
        Values run = Values.at(new Program(List.of(root)), values);
        Topology.order(List.of(root)).forEach(node -> values.put(node, run.of(node)));
        return values.get(root);
    }

    /** The same over another arithmetic, of which {@code zero} is a number. */
    static <T extends Real<T>> Numbers<T> value(Node root, Map<Node, Numbers<T>> values, T zero) {
        FieldValues<T> run = new FieldValues<>(new Program(List.of(root)), (Input input) -> values.get(input), zero::add);
        Topology.order(List.of(root)).forEach(node -> values.put(node, run.of(node)));
        return values.get(root);
    }

    static <T extends Real<T>> Numbers<T> numbers(Tensor matrix, T zero) {
        return Numbers.of(matrix, zero::add);
    }

    static <T extends Real<T>> Numbers<T> zeros(Shape shape, T zero) {
        return Numbers.filled(shape, zero);
    }

    /** Each input with its value. */
    static <V> Map<Node, V> bind(List<? extends Node> inputs, List<V> values) {
        Map<Node, V> map = new IdentityHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            map.put(inputs.get(i), values.get(i));
        }
        return map;
    }
}
