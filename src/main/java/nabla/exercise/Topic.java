package nabla.exercise;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be practised, in the order of the course. */
public enum Topic {
    CHAIN_RULE_1("chain rule I", "one function inside another"),
    CHAIN_RULE_2("chain rule II", "several inputs, a path from each"),
    CHAIN_RULE_3("chain rule III", "one input, several paths that add up"),
    PRODUCTS_QUOTIENTS("products and quotients", "the product and the quotient rule"),
    ACTIVATIONS("activations", "units z = wx + b, h = g(z)"),
    LOSSES("losses", "squared error and cross-entropy"),
    LINEAR_LAYER("linear layer", "matrix products, biases, and what is transposed"),
    SOFTMAX("softmax", "probabilities that share a denominator"),
    MLP("a small MLP", "a whole network, from the loss back to any weight");

    private final String title;
    private final String about;

    Topic(String title, String about) {
        this.title = title;
        this.about = about;
    }

    /** The name it is asked for by: {@code chain-rule-2}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** What is practised, in a few words. */
    public String about() {
        return about;
    }

    /** The topic of a name, or of the beginning of one that no other has. */
    public static Optional<Topic> of(String name) {
        String wanted = name.toLowerCase(Locale.ROOT).replace('_', '-');
        Topic[] same = with(wanted, false);
        Topic[] begun = same.length == 1 ? same : with(wanted, true);
        return begun.length == 1 ? Optional.of(begun[0]) : Optional.empty();
    }

    private static Topic[] with(String name, boolean beginning) {
        return Arrays.stream(values()).filter(topic -> beginning ? topic.id().startsWith(name) : topic.id().equals(name))
                .toArray(Topic[]::new);
    }
}
