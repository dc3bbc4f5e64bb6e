package nabla.kink;

import java.util.Map;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.tensor.Tensor;

/**
 * A scalar as a function of one node of its graph, at a point of the inputs.
 *
 * @param at the value of the node there
 */
public record NodeFunction(Node root, Node node, Map<Input, Tensor> point, Tensor at) { }
