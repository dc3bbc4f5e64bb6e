package nabla.op;

import java.util.Map;

/**
 * What the table of activations says of a function, besides what its rule and its definition by simpler functions do.
 *
 * @param equation its value, in the language; null where it has such a definition, or is one of the simple functions itself
 * @param range    the values that it takes
 */
public record Outline(String equation, String range) {

    private static final Map<String, Outline> ACTIVATIONS = Map.ofEntries(
            Map.entry("step", new Outline("x >= 0", "0 or 1")),
            Map.entry("sigmoid", new Outline(null, "(0, 1)")),
            Map.entry("tanh", new Outline(null, "(-1, 1)")),
            Map.entry("atan", new Outline(null, "(-pi/2, pi/2)")),
            Map.entry("softsign", new Outline(null, "(-1, 1)")),
            Map.entry("softplus", new Outline(null, "(0, inf)")),
            Map.entry("relu", new Outline(null, "[0, inf)")),
            Map.entry("leaky_relu", new Outline("where(x > 0, x, slope*x)", "(-inf, inf) if slope > 0")),
            Map.entry("prelu", new Outline("where(x > 0, x, a*x)", "(-inf, inf) if a > 0")),
            Map.entry("rrelu", new Outline("where(x > 0, x, a*x)", "(-inf, inf), a drawn from lower to upper")),
            Map.entry("elu", new Outline("where(x > 0, x, alpha*expm1(x))", "(-alpha, inf) if alpha > 0")));

    private static final Outline NONE = new Outline(null, null);

    /** Of a function by its name; nothing where it is no activation. */
    public static Outline of(String function) {
        return ACTIVATIONS.getOrDefault(function, NONE);
    }
}
