package nabla.assembly;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nabla.backward.ReversePass;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Model;
import nabla.op.Algebra;
import nabla.tensor.Tensor;

/** Both passes over the graph of a scalar output; of another there is only the forward pass. */
public record Pass(Model model, NodeFormulas formulas) {

    /** {@code values} evaluates those of the nodes that nothing is missing for. */
    public List<DrawnNode> vertices(Function<List<Node>, Map<Node, Tensor>> values) {
        List<Node> order = Topology.order(List.of(model.output()));
        List<Node> shown = order.stream().filter(node -> !(node instanceof Constant)).toList();
        Map<Node, Node> gradients = gradients(shown);
        List<Node> wanted = new ArrayList<>(shown);
        wanted.addAll(gradients.values());
        Map<Node, Tensor> known = values.apply(wanted);
        Map<Node, Integer> places = new IdentityHashMap<>();
        Names names = new Names(order);
        List<DrawnNode> vertices = new ArrayList<>();
        for (Node node : shown) {
            places.put(node, vertices.size());
            List<Integer> arguments = node.arguments().stream().filter(places::containsKey).map(places::get).toList();
            Apply apply = node instanceof Apply operation ? operation : null;
            vertices.add(new DrawnNode(names.of(node), apply == null ? null : apply.op().symbol(),
                    apply == null ? null : formulas.expression(apply, names), known.get(node), known.get(gradients.get(node)), arguments));
        }
        return vertices;
    }

    private Map<Node, Node> gradients(List<Node> shown) {
        Map<Node, Node> gradients = new IdentityHashMap<>();
        if (!model.output().shape().isScalar()) {
            return gradients;
        }
        List<Node> targets = new ArrayList<>(shown);
        targets.removeIf(node -> model.leaves().stream().anyMatch(leaf -> leaf.node() == node && leaf.constant()));
        ReversePass pass = new ReversePass(model.output(), Algebra.ones(model.output().shape()), targets);
        targets.forEach(target -> gradients.put(target, pass.gradient(target)));
        return gradients;
    }
}
