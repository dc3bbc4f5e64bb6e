package nabla.op;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import nabla.graph.Node;
import nabla.tensor.Tensor;

/**
 * The arguments of one call, sorted by parameter.
 *
 * @param name      the name the node gets, or null
 * @param nodes     for each MATRIX parameter that is present (fallbacks filled in as constants), its nodes: one, or all of a repeated one
 * @param integers  for each INTEGER or NUMBERS parameter that is present, its value, or all of a repeated one
 * @param constants for each CONSTANT parameter, its value
 * @param texts     for each TEXT parameter, its value
 * @param random    gives what draws so many numbers for a random leaf, keyed by the position of the call
 */
public record Arguments(String name, Map<String, List<Node>> nodes, Map<String, List<Integer>> integers, Map<String, Tensor> constants,
        Map<String, String> texts, IntFunction<RandomGenerator> random) {

    /** Without texts. */
    public Arguments(String name, Map<String, List<Node>> nodes, Map<String, List<Integer>> integers, Map<String, Tensor> constants, IntFunction<RandomGenerator> random) {
        this(name, nodes, integers, constants, Map.of(), random);
    }

    /** The one node of a parameter. */
    public Node node(String parameter) {
        return nodes.get(parameter).get(0);
    }

    /** The first node of a call that has one matrix, or several of the same number of dimensions. */
    Node first() {
        return nodes.values().iterator().next().get(0);
    }

    /** Whether the parameter was given or has a fallback. */
    public boolean has(String parameter) {
        return nodes.containsKey(parameter) || integers.containsKey(parameter) || constants.containsKey(parameter);
    }

    /** A TEXT parameter. */
    public String text(String parameter) {
        return texts.get(parameter);
    }

    /** An INTEGER parameter, or {@code absent} where it was left out. */
    public int integer(String parameter, int absent) {
        return integers.getOrDefault(parameter, List.of(absent)).get(0);
    }

    /** All of a repeated INTEGER parameter, or a NUMBERS one; empty where it was left out. */
    public List<Integer> integers(String parameter) {
        return integers.getOrDefault(parameter, List.of());
    }
}
