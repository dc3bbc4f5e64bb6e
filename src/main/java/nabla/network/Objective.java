package nabla.network;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.backward.Gradients;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.tensor.Tensor;

/** A loss and its gradients as functions of what is given by name: parameters, examples, targets. */
public final class Objective {

    private final Node loss;
    private final Map<String, Node> gradients = new LinkedHashMap<>();
    private final Map<Input, Tensor> point = new IdentityHashMap<>();
    private final Program program;

    /**
     * Builds the gradients.
     *
     * @param loss       a scalar
     * @param parameters the leaves it is minimised over
     * @param values     the value of every leaf, those of parameters too
     */
    public Objective(Node loss, List<Input> parameters, Map<Input, Tensor> values) {
        this.loss = loss;
        Map<Node, Node> found = Gradients.of(loss, parameters);
        parameters.forEach(parameter -> gradients.put(parameter.name(), found.get(parameter)));
        List<Node> roots = new ArrayList<>(gradients.values());
        roots.add(loss);
        program = new Program(roots);
        point.putAll(values);
    }

    /** The loss and the gradient of each parameter, by name. */
    public record Slope(double loss, Map<String, Tensor> gradients) { }

    /** Evaluates where some leaves have other values, by name; names that are no leaf are left out. */
    public Slope at(Map<String, Tensor> changed) {
        Map<Input, Tensor> here = new IdentityHashMap<>(point);
        here.replaceAll((leaf, value) -> changed.getOrDefault(leaf.name(), value));
        Values values = Values.at(program, here);
        Map<String, Tensor> slopes = new LinkedHashMap<>();
        gradients.forEach((name, gradient) -> slopes.put(name, values.of(gradient)));
        return new Slope(values.of(loss).at(0), slopes);
    }
}
