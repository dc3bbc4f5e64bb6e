package nabla.check;

import java.util.List;
import java.util.Map;
import nabla.backward.ReversePass;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.matrix.Matrix;

/**
 * A verified graph.
 *
 * @param order    the nodes of the output's graph in topological order
 * @param names    their names
 * @param pass     the reverse pass, with the contributions to each adjoint
 * @param adjoints the gradient of the output as a node, for every leaf that is no const and every inner node
 * @param points   the points it was verified at
 * @param first    all values at the first of them, adjoints included
 * @param results  what became of each gradient
 * @param faults   whose fault each wrong gradient is
 * @param unmet    an operation whose domain no sampled point could meet, or null
 */
public record Checked(List<Node> order, Names names, ReversePass pass, Map<Node, Node> adjoints, List<Map<Input, Matrix>> points,
        Values first, Map<Node, NodeResult> results,
        Map<Node, Blame.Fault> faults, Apply unmet) { }
