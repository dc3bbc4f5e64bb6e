package nabla.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nabla.network.Objective.Slope;
import nabla.tensor.Tensor;

/** What a network was like on the way of gradient descent, at not too many of the steps. */
public final class History implements Descent.Watch {

    /** More cannot be told apart in a picture. */
    private static final int MOST = 400;

    private final LayerUnits units;
    /** The layer of each parameter, from 1. */
    private final Map<String, Integer> layers;
    private final int count;
    private final int stride;
    private final List<Moment> moments = new ArrayList<>();

    /**
     * A network before a step.
     *
     * @param norms of the gradient by all parameters of each layer together, the root of the sum of squares; NaN for a layer without parameters
     * @param idle  one a layer; null for a layer that never is
     */
    public record Moment(int step, double loss, List<Double> norms, List<Idleness> idle) { }

    /** Prepares for so many steps of a network with these definitions. */
    public History(LayerUnits units, List<Definition> definitions, int steps) {
        this.units = units;
        this.layers = definitions.stream().filter(Definition::isParameter).collect(Collectors.toMap(Definition::name, Definition::layer));
        this.count = definitions.stream().mapToInt(Definition::layer).max().orElse(0);
        this.stride = 1 + steps / MOST;
    }

    @Override
    public void before(int step, Slope slope, Map<String, Tensor> parameters, boolean last) {
        if (last || step % stride == 0) {
            moments.add(new Moment(step, slope.loss(), norms(slope.gradients()), units.at(parameters)));
        }
    }

    private List<Double> norms(Map<String, Tensor> gradients) {
        List<Double> norms = new ArrayList<>(Collections.nCopies(count, Double.NaN));
        gradients.forEach((name, gradient) -> {
            int layer = layers.get(name) - 1;
            double before = norms.get(layer);
            norms.set(layer, Math.hypot(Double.isNaN(before) ? 0 : before, norm(gradient)));
        });
        return norms;
    }

    private static double norm(Tensor gradient) {
        double norm = 0;
        for (double entry : gradient.data()) {
            norm = Math.hypot(norm, entry);
        }
        return norm;
    }

    /** In their order, the first before any step, the last after all of them. */
    public List<Moment> moments() {
        return List.copyOf(moments);
    }
}
