package nabla.session;

import java.util.List;
import java.util.Map;
import nabla.network.History;
import nabla.tensor.Tensor;

/**
 * A network after gradient descent.
 *
 * @param network    its name, or null
 * @param losses     before each step, and after the last
 * @param parameters at the end, by name
 * @param fixed      its weights and biases that are computed from other names: they were not trained
 * @param advice     what to try where it did not get better; otherwise null
 * @param comparison of approaches I and II, where the examples were taken one by one; otherwise null
 * @param text       the graph file with the parameters found; null where they are no numbers
 * @param history    what it was like on the way; null where nobody asked
 */
public record TrainingResult(String network, List<Double> losses, Map<String, Tensor> parameters, List<String> fixed, String advice, Comparison comparison, String text,
        History history) {

    /**
     * Gradients averaged over the examples (I) beside those of one matrix (II), at the end.
     *
     * @param difference the largest, relative to the largest entry of the gradient
     * @param each       seconds for I
     * @param all        seconds for II
     */
    public record Comparison(double difference, double each, double all) { }

    public double first() {
        return losses.get(0);
    }

    public double last() {
        return losses.get(losses.size() - 1);
    }
}
