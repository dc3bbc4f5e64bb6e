package nabla.derive;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.backward.ReversePass;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;

/**
 * What is differentiated, by a leaf: an inner node is cut off from what it is computed from. The names are those of the text.
 *
 * @param adjoint the gradient, not simplified
 */
record Subject(Node root, Input leaf, Node adjoint) {

    /** The subject; where {@code by} is an inner node, its value is added to the numbers. */
    static Subject of(Node of, Node by, String name, Node seed, DerivedNumbers numbers) {
        Input leaf = by instanceof Input input ? input : new Input(name, by.shape());
        Node root = of;
        if (leaf != by) {
            numbers.put(leaf, numbers.at(by));
            Map<Node, Node> copies = new IdentityHashMap<>();
            for (Node node : Topology.order(List.of(of))) {
                copies.put(node, node == by ? leaf : !(node instanceof Apply apply) ? node
                        : new Apply(apply.name(), apply.op(), apply.arguments().stream().map(copies::get).toList()));
            }
            root = copies.get(of);
        }
        return new Subject(root, leaf, new ReversePass(root, seed, List.of(leaf)).gradient(leaf));
    }
}
