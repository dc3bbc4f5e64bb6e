package nabla.op;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.apache.commons.math3.RealFieldElement;

/** Numbers for a small graph, by the kernels of its operations. */
final class Expansion {

    private Expansion() { }

    /** The value of a node; {@code values} holds those of its inputs and receives the others. */
    static Tensor value(Node root, Map<Node, Tensor> values) {
        for (Node node : Topology.order(List.of(root))) {
            if (node instanceof Constant constant) {
                values.put(node, constant.value());
            } else if (node instanceof Apply apply) {
                Tensor result = Tensor.zeros(node.shape());
                apply.op().value(apply.arguments().stream().map(values::get).toArray(Tensor[]::new), result);
                values.put(node, result);
            }
        }
        return values.get(root);
    }

    /** The same over another arithmetic, of which {@code zero} is a number. */
    static <T extends RealFieldElement<T>> Numbers<T> value(Node root, Map<Node, Numbers<T>> values, T zero) {
        for (Node node : Topology.order(List.of(root))) {
            if (node instanceof Constant constant) {
                values.put(node, numbers(constant.value(), zero));
            } else if (node instanceof Apply apply) {
                Numbers<T> result = zeros(node.shape(), zero);
                apply.op().value(apply.arguments().stream().map(values::get).toList(), result);
                values.put(node, result);
            }
        }
        return values.get(root);
    }

    static <T extends RealFieldElement<T>> Numbers<T> numbers(Tensor matrix, T zero) {
        Numbers<T> numbers = zeros(matrix.shape(), zero);
        for (int k = 0; k < matrix.count(); k++) {
            numbers.set(k, zero.add(matrix.at(k)));
        }
        return numbers;
    }

    static <T extends RealFieldElement<T>> Numbers<T> zeros(Shape shape, T zero) {
        return new Numbers<>(shape, new ArrayList<>(Collections.nCopies(shape.count(), zero)));
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
