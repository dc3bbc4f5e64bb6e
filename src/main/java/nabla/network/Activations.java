package nabla.network;

import java.util.List;
import java.util.Set;

/** The activations of a layer, and the initialiser that suits each. */
public final class Activations {

    /** {@code h = z}. */
    static final String LINEAR = "linear";
    /** Its slope is learned. */
    static final String PRELU = "prelu";
    /** Over the classes of each example, not entry by entry. */
    static final String SOFTMAX = "softmax";

    /** Half of what enters is lost, so the weights make up for it (He et al., Delving deep into rectifiers, 2015). */
    private static final Set<String> RECTIFIERS = Set.of("relu", "leaky_relu", PRELU, "rrelu", "elu", "gelu", "silu", "swish");

    private static final List<String> NAMES = List.of(LINEAR, "sigmoid", "logistic", "relu", "leaky_relu", PRELU, "rrelu", "elu", "softplus",
            "softsign", "gelu", "silu", "swish", "step", "tanh", "atan", "arctan", SOFTMAX);

    private Activations() { }

    /** Every name that can stand after {@code dense 3}. */
    public static List<String> names() {
        return NAMES;
    }

    static boolean isRectifier(String name) {
        return RECTIFIERS.contains(name);
    }
}
