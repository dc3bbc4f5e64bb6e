package nabla.session;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nabla.formula.NumberText;
import nabla.network.Descent;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;

/** What to try where gradient descent did not get better. */
record Advice(Statement.Training training, Descent.Result result) {

    /** One sentence, or null where nothing has to be said. */
    String text() {
        List<Double> losses = result.losses();
        double first = losses.get(0);
        double last = losses.get(losses.size() - 1);
        if (!Double.isFinite(first)) {
            return "the loss is " + first + " before the first step: try another init, inputs of a smaller scale, sigmoid before bce, or "
                    + "softmax_cross_entropy of a linear layer";
        } else if (result.isBroken()) {
            return "diverged: after " + (losses.size() - 1) + (losses.size() == 2 ? " step" : " steps") + " the loss is no longer a finite number" + steepest() + "; try " + smallerRate()
                    + ", inputs of a smaller scale, or another init";
        } else if (last > first) {
            return String.format(Locale.ROOT, "the loss has grown from %.4g to %.4g%s; try %s", first, last, steepest(), smallerRate());
        } else if (result.first().values().stream().allMatch(gradient -> gradient.largest() == 0)) {
            return "nothing was learned: every gradient is 0; try another init (he for relu, xavier otherwise), or an activation with a slope (step has none)";
        }
        return null;
    }

    private String smallerRate() {
        return "a smaller rate (rate " + NumberText.of(new BigDecimal(training.rate().written()).movePointLeft(1).doubleValue()) + ")";
    }

    /** The parameter whose gradient has become largest, which names the layer. */
    private String steepest() {
        Map.Entry<String, Tensor> steepest = null;
        for (Map.Entry<String, Tensor> gradient : result.last().entrySet()) {
            if (steepest == null || gradient.getValue().largest() > steepest.getValue().largest()) {
                steepest = gradient;
            }
        }
        double before = result.first().get(steepest.getKey()).largest();
        double now = steepest.getValue().largest();
        return now > 2 * before ? String.format(Locale.ROOT, " (the gradient of %s went from %.3g to %.3g)", steepest.getKey(), before, now) : "";
    }
}
