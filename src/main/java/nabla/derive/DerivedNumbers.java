package nabla.derive;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Model.Leaf;
import nabla.report.Derivation.InputValue;
import nabla.tensor.Tensor;

/** The values of nodes at the point of the text; where an input that matters has none there, no node has. */
final class DerivedNumbers {

    private final Map<Input, Tensor> point = new IdentityHashMap<>();
    private final List<Leaf> leaves;
    private final boolean known;

    /** The point, as far as these nodes need it. */
    DerivedNumbers(List<Leaf> all, List<Node> roots) {
        Set<Node> used = Topology.order(roots).stream().filter(Input.class::isInstance).collect(Collectors.toSet());
        leaves = all.stream().filter(leaf -> used.contains(leaf.node())).toList();
        known = leaves.stream().allMatch(leaf -> leaf.value() != null);
        leaves.forEach(leaf -> point.put(leaf.node(), leaf.value()));
    }

    /** The leaves that matter. */
    List<Leaf> leaves() {
        return leaves;
    }

    /** Their values, where all have one. */
    List<InputValue> given() {
        return known ? leaves.stream().map(leaf -> new InputValue(leaf.node().name(), leaf.value())).toList() : List.of();
    }

    /** The value of a leaf, or null. */
    Tensor value(Input leaf) {
        return point.get(leaf);
    }

    /** The point with a value for a further leaf. */
    void put(Input leaf, Tensor value) {
        point.put(leaf, value);
    }

    /** Evaluates nodes. */
    At at(List<? extends Node> nodes) {
        Values values = known && !nodes.isEmpty() ? Values.at(new Program(nodes), point) : null;
        return node -> values == null ? null : values.of(node);
    }

    /** The value of one node. */
    Tensor at(Node node) {
        return at(List.of(node)).of(node);
    }

    /** The value of a node that was evaluated; null where there are no numbers. */
    interface At {
        Tensor of(Node node);
    }
}
