package nabla.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import nabla.network.Objective.Slope;
import nabla.syntax.Statement.Training;
import nabla.tensor.Tensor;

/**
 * Gradient descent: forward, backward, {@code W = W − rate · dW} for every parameter. All examples in one matrix (approach II of the lecture),
 * one after the other with the gradients averaged (approach I), or some of a shuffled order at a time.
 */
public final class Descent {

    private final Training training;
    private final Examples examples;
    private final Function<Map<String, Tensor>, Objective> objectives;
    private final Map<Integer, Objective> bySize = new HashMap<>();
    private final Map<String, Tensor> parameters;
    private final Random random;
    private int[] order;
    private int next;

    /**
     * Prepares.
     *
     * @param objectives the objective over given examples
     * @param parameters their values at the start, by name
     * @param seed       of the order in which examples come
     */
    public Descent(Training training, Examples examples, Function<Map<String, Tensor>, Objective> objectives, Map<String, Tensor> parameters,
            long seed) {
        this.training = training;
        this.examples = examples;
        this.objectives = objectives;
        this.parameters = new LinkedHashMap<>(parameters);
        this.random = new Random(seed);
        this.order = new int[examples.count()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }

    /**
     * What became of it.
     *
     * @param losses     before each step, and after the last; with mini-batches that of the batch, but for the first and the last
     * @param parameters at the end, by name
     * @param first      the gradients before the first step
     * @param last       the last gradients that were finite numbers
     */
    public record Result(List<Double> losses, Map<String, Tensor> parameters, Map<String, Tensor> first, Map<String, Tensor> last) {

        /** Whether it came to numbers that are none. */
        public boolean isBroken() {
            return !Double.isFinite(losses.get(losses.size() - 1));
        }
    }

    /** Looks on. */
    public interface Watch {

        /** Before a step, counted from 0, with the loss and the gradients that it follows; {@code last}: no step comes any more. */
        void before(int step, Slope slope, Map<String, Tensor> parameters, boolean last);
    }

    /** Runs all steps, or as many as have a finite loss. */
    public Result run(Watch watch) {
        List<Double> losses = new ArrayList<>();
        Slope first = all();
        Slope last = first;
        for (int step = 0; step < training.steps(); step++) {
            Slope slope = slope();
            losses.add(step == 0 ? first.loss() : slope.loss());
            watch.before(step, new Slope(losses.get(step), slope.gradients()), parameters, !Double.isFinite(slope.loss()));
            if (!Double.isFinite(slope.loss())) {
                return new Result(losses, parameters, first.gradients(), last.gradients());
            }
            last = slope.gradients().values().stream().allMatch(Tensor::isFinite) ? slope : last;
            slope.gradients().forEach((name, gradient) -> parameters.merge(name, gradient, this::moved));
        }
        Slope end = all();
        losses.add(end.loss());
        watch.before(training.steps(), end, parameters, true);
        return new Result(losses, parameters, first.gradients(), last.gradients());
    }

    private Tensor moved(Tensor parameter, Tensor gradient) {
        double rate = training.rate().value();
        return Tensor.of(parameter.shape(), k -> parameter.at(k) - rate * gradient.at(k));
    }

    private Slope slope() {
        return switch (training.batches()) {
            case ALL -> all();
            case EACH -> each();
            case SOME -> some();
        };
    }

    /** Approach II: one matrix. */
    public Slope all() {
        return on(0, order.length);
    }

    /** Approach I: example by example, averaged. */
    public Slope each() {
        double loss = 0;
        Map<String, Tensor> sums = new LinkedHashMap<>();
        for (int i = 0; i < order.length; i++) {
            Slope slope = on(i, i + 1);
            loss += slope.loss();
            slope.gradients().forEach((name, gradient) -> sums.merge(name, gradient,
                    (a, b) -> Tensor.of(a.shape(), k -> a.at(k) + b.at(k))));
        }
        int count = order.length;
        sums.replaceAll((name, sum) -> Tensor.of(sum.shape(), k -> sum.at(k) / count));
        return new Slope(loss / count, sums);
    }

    /** The next few of an order that is shuffled when it is used up. */
    private Slope some() {
        if (next == 0) {
            shuffle();
        }
        int from = next;
        int to = Math.min(order.length, from + training.batch());
        next = to == order.length ? 0 : to;
        return on(from, to);
    }

    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int at = order[i];
            order[i] = order[j];
            order[j] = at;
        }
    }

    private Slope on(int from, int to) {
        Map<String, Tensor> given = examples.some(order, from, to);
        Objective objective = bySize.computeIfAbsent(to - from, size -> objectives.apply(given));
        given.putAll(parameters);
        return objective.at(given);
    }
}
