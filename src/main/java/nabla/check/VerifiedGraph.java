package nabla.check;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.backward.ReversePass;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.tensor.Tensor;

/**
 * A verified graph.
 *
 * @param graph    what was verified
 * @param points   the points it was verified at
 * @param first    all values at the first of them, adjoints included
 * @param results  what became of each gradient of which entries were verified
 * @param faults   whose fault each wrong gradient is
 * @param unmet    an operation whose domain no sampled point could meet, or null
 * @param share    where not all entries were verified because they are too many, what was; otherwise null
 */
public record VerifiedGraph(DerivedGraph graph, List<Map<Input, Tensor>> points, Values first, Map<Node, NodeResult> results,
        Map<Node, Blame.Fault> faults, Apply unmet, String share) {

    /**
     * A graph with its gradients.
     *
     * @param order    the nodes of the output's graph in topological order
     * @param names    their names
     * @param pass     the reverse pass, with the contributions to each adjoint
     * @param adjoints the gradients, for every leaf that is no const and every inner node
     */
    public record DerivedGraph(List<Node> order, Names names, ReversePass pass, Adjoints adjoints) { }

    /** The nodes of the output's graph in topological order. */
    public List<Node> order() {
        return graph.order();
    }

    public Names names() {
        return graph.names();
    }

    /** The reverse pass, with the contributions to each adjoint. */
    public ReversePass pass() {
        return graph.pass();
    }

    /** The gradients of the output as nodes, for every leaf that is no const and every inner node. */
    public Adjoints adjoints() {
        return graph.adjoints();
    }

    /** The nodes that a second look at other points found wrong and this one did not. */
    public List<Node> missed(VerifiedGraph second) {
        return order().stream().filter(node -> isWrong(second.results.get(node)) && !isWrong(results.get(node))).toList();
    }

    private static boolean isWrong(NodeResult result) {
        return result != null && result.isWrong();
    }

    /** This with the disagreements that only a second look at other points found; all else is as it was seen here. */
    public VerifiedGraph with(VerifiedGraph second) {
        Map<Node, NodeResult> all = new IdentityHashMap<>(results);
        Map<Node, Blame.Fault> blamed = new IdentityHashMap<>(faults);
        for (Node node : missed(second)) {
            NodeResult there = second.results.get(node);
            NodeResult here = results.containsKey(node) ? results.get(node)
                    : new NodeResult(node, first.of(adjoints().of(node)), null, 0, 0, there.worst(), -1, 0);
            all.put(node, new NodeResult(node, here.gradient(), here.estimate(), here.error(), here.checked(),
                    there.worst().elsewhere(here.worst()), there.entry(), points.size() + there.point()));
            blamed.put(node, second.faults.get(node));
        }
        return new VerifiedGraph(graph, points, first, all, blamed, unmet, share);
    }
}
