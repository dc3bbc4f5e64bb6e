package nabla.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nabla.network.Census.Trouble.Kind;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * The layers of a network with their values and gradients at one point: how large it is, and where it will not learn.
 *
 * @param column whether one example is a column
 * @param layers in order
 */
public record Census(boolean column, List<Layer> layers) {

    /** Beyond this many layers the middle ones are left out of the summary. */
    private static final int SHOWN = 4;
    /** The part of the units from which on it is worth saying. */
    private static final double SHARE = 0.25;
    /** How many times as large as the largest weight a gradient is called exploding; and how many times as small as that of the last layer, vanishing. */
    private static final double EXPLODING = 1e4;
    private static final double VANISHING = 1e-6;

    /**
     * One layer.
     *
     * @param number     from 1
     * @param activation its name
     * @param weights    their values
     * @param parameters how many, weights, biases and slopes together
     * @param z          before the activation
     * @param slope      dh/dz entry by entry; null where the activation does not go entry by entry
     * @param gradient   of the weights
     */
    public record Layer(int number, String activation, Tensor weights, int parameters, Tensor z, Tensor slope, Tensor gradient) { }

    /** Something about a layer that stands in the way of learning. */
    public record Trouble(Kind kind, String message) {

        public enum Kind { DEAD, SATURATED, EXPLODING, VANISHING }
    }

    /** For example {@code 3-4-2: … 6 neurons, 20 weights, 26 parameters}: as the lecture counts, inputs are no neurons. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        List<String> sizes = new ArrayList<>();
        int neurons = 0;
        int weights = 0;
        int parameters = 0;
        for (Layer layer : layers) {
            Shape shape = layer.weights().shape();
            if (sizes.isEmpty()) {
                sizes.add(String.valueOf(column ? shape.columns() : shape.rows()));
            }
            sizes.add(String.valueOf(units(layer)));
            neurons += units(layer);
            weights += shape.count();
            parameters += layer.parameters();
            parts.add("layer " + layer.number() + " " + layer.activation() + " " + shape + " (" + layer.parameters() + ")");
        }
        return String.join("-", shortened(sizes)) + ": " + String.join(", ", shortened(parts)) + "; " + counted(neurons, "neuron") + ", "
                + counted(weights, "weight") + ", " + counted(parameters, "parameter");
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static List<String> shortened(List<String> all) {
        if (all.size() <= 2 * SHOWN) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, SHOWN));
        some.add("…");
        some.addAll(all.subList(all.size() - 2, all.size()));
        return some;
    }

    private int units(Layer layer) {
        return column ? layer.weights().rows() : layer.weights().columns();
    }

    /** Saturated and dead units, exploding and vanishing gradients. */
    public List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        for (Layer layer : layers) {
            Idleness idle = Idleness.of(layer.activation(), layer.z(), layer.slope(), column);
            if (idle != null && idle.dead()) {
                addDead(layer, idle, troubles);
            } else if (idle != null) {
                addSaturated(layer, idle, troubles);
            }
        }
        addExtremes(troubles);
        return troubles;
    }

    /** A unit is dead if it is off for every example; one example alone says nothing. */
    private void addDead(Layer layer, Idleness idle, List<Trouble> troubles) {
        int examples = column ? layer.z().columns() : layer.z().rows();
        if (examples > 1 && idle.share() >= SHARE) {
            troubles.add(new Trouble(Kind.DEAD, "layer " + layer.number() + ": " + idle.count() + " of " + idle.of() + " units (" + percent(idle.count(), idle.of())
                    + ") are off for every example: relu lets no gradient through; leaky_relu would"));
        }
    }

    private static void addSaturated(Layer layer, Idleness idle, List<Trouble> troubles) {
        if (idle.share() >= SHARE) {
            troubles.add(new Trouble(Kind.SATURATED, "layer " + layer.number() + ": " + idle.count() + " of " + idle.of() + " " + layer.activation() + " values ("
                    + percent(idle.count(), idle.of()) + ") are saturated: their slope is below 0.001 and the gradient vanishes"));
        }
    }

    private void addExtremes(List<Trouble> troubles) {
        Layer steepest = null;
        for (Layer layer : layers) {
            if (steepest == null || layer.gradient().largest() > steepest.gradient().largest()) {
                steepest = layer;
            }
        }
        long exploding = layers.stream().filter(Census::explodes).count();
        if (exploding > 0) {
            troubles.add(new Trouble(Kind.EXPLODING, String.format(Locale.ROOT, "layer %d: gradients of the weights up to %.2g; in %d of %d layers (%s) they are more than 10000 "
                    + "times the weights", steepest.number(), steepest.gradient().largest(), exploding, layers.size(), percent(exploding, layers.size()))));
        }
        double first = layers.get(0).gradient().largest();
        double last = layers.get(layers.size() - 1).gradient().largest();
        if (layers.size() > 2 && first < VANISHING * last) {
            troubles.add(new Trouble(Kind.VANISHING, String.format(Locale.ROOT, "layer 1: gradients of the weights are at most %.2g, in layer %d up to %.2g",
                    first, layers.size(), last)));
        }
    }

    private static boolean explodes(Layer layer) {
        return layer.gradient().largest() > EXPLODING * Math.max(1, layer.weights().largest());
    }

    private static String percent(long part, long whole) {
        return Math.round(100.0 * part / whole) + " %";
    }
}
