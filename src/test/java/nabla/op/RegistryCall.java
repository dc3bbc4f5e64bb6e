package nabla.op;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nabla.graph.Node;
import nabla.tensor.Tensor;

/** A call of a function of the registry: what is given for each of its parameters, and the node that becomes of it. */
public final class RegistryCall {

    private final Function function;
    private final Map<String, List<Node>> nodes = new HashMap<>();
    private final Map<String, List<Integer>> integers = new HashMap<>();
    private final Map<String, Tensor> constants = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private Random random = new Random(1);

    public RegistryCall(Function function) {
        this.function = function;
    }

    RegistryCall(String function) {
        this(Functions.find(function));
    }

    public RegistryCall with(String parameter, List<? extends Node> given) {
        nodes.put(parameter, List.copyOf(given));
        return this;
    }

    public RegistryCall with(String parameter, Node given) {
        return with(parameter, List.of(given));
    }

    public RegistryCall integers(String parameter, List<Integer> given) {
        integers.put(parameter, given);
        return this;
    }

    public RegistryCall constant(String parameter, Tensor given) {
        constants.put(parameter, given);
        return this;
    }

    RegistryCall text(String parameter, String given) {
        texts.put(parameter, given);
        return this;
    }

    /** Where its random numbers come from. */
    public RegistryCall drawing(long seed) {
        random = new Random(seed);
        return this;
    }

    /**
     * The node.
     *
     * @throws nabla.graph.ShapeMismatch if it does not take what is given
     */
    public Node node() {
        return function.builder().build(new Arguments(null, nodes, integers, constants, texts, count -> random));
    }
}
