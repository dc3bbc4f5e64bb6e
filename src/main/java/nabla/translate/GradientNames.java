package nabla.translate;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.graph.Meaning;

/**
 * Names that can only be meant as gradients, as code spells them: {@code dL_dW}, {@code dLdW}, {@code grad_W}, {@code W_grad}. In the
 * language they are names like any other.
 *
 * @param isNode what has a value
 */
public record GradientNames(Predicate<String> isNode) {

    private static final String NAME = "([\\p{L}\\p{N}_.]+?)";
    private static final Pattern BEFORE = Pattern.compile("(?i)(?:gradient|grad|nabla)_?" + NAME);
    private static final Pattern BEHIND = Pattern.compile("(?i)" + NAME + "_?(?:grad|gradient)");
    private static final Pattern BELOW = Pattern.compile("(?:_by_|_over_|_wrt_|_)?[d∂]_?" + NAME + "|(?:_by_|_over_|_wrt_|_)" + NAME);
    /** What losses are called, whatever the name of the output is. */
    private static final Set<String> LOSSES = Set.of("l", "j", "e", "loss", "cost", "err", "error");
    private static final int WORD = 4;

    /**
     * The derivative that is meant.
     *
     * @param of what is differentiated; null for the output
     */
    public record Meaning(String of, String by) {

        /** As it is written in the language. */
        public String written(String output) {
            String differentiated = of != null ? of : output;
            return differentiated == null ? "d" + by : "d" + differentiated + "/d" + by;
        }
    }

    /** Whether a name looks like one of these, whatever names there are: of most it is said at once that they do not. */
    static boolean isLikeOne(String name) {
        return isDifferential(name) || name.startsWith("nabla") || (name.indexOf('g') >= 0 || name.indexOf('G') >= 0) && name.toLowerCase(Locale.ROOT).contains("grad");
    }

    private static boolean isDifferential(String name) {
        return name.startsWith("d") || name.startsWith("∂");
    }

    /** The derivative that a name is meant as, or null. */
    public Meaning of(String name) {
        boolean differential = isDifferential(name);
        if (!isLikeOne(name)) {
            return null;
        }
        for (Pattern pattern : new Pattern[] {BEFORE, BEHIND}) {
            Matcher matcher = pattern.matcher(name);
            Meaning meaning = matcher.matches() ? by(matcher.group(1)) : null;
            if (meaning != null) {
                return meaning;
            }
        }
        Meaning meaning = differential ? quotient(name) : null;
        return meaning != null || !differential ? meaning : plural(name.substring(1));
    }

    /** {@code grad_L_W} and {@code grad_W}. */
    private Meaning by(String rest) {
        Meaning meaning = isNode.test(rest) ? new Meaning(null, rest) : null;
        for (int k = rest.indexOf('_'); k > 0 && meaning == null; k = rest.indexOf('_', k + 1)) {
            meaning = quotient(rest.substring(0, k), rest.substring(k + 1));
        }
        return meaning;
    }

    /** {@code dLdW}, {@code dL_dW}, {@code dL_by_dW}, {@code dL_W}. */
    private Meaning quotient(String name) {
        Meaning meaning = null;
        for (int k = 2; k < name.length() && meaning == null; k++) {
            Matcher below = BELOW.matcher(name.substring(k));
            if (below.matches()) {
                meaning = quotient(name.substring(1, k), below.group(1) != null ? below.group(1) : below.group(2));
            }
        }
        return meaning;
    }

    private Meaning quotient(String of, String by) {
        boolean loss = LOSSES.contains(of.toLowerCase(Locale.ROOT));
        return !isNode.test(by) || of.equals(by) ? null : isNode.test(of) ? new Meaning(of, by) : loss ? new Meaning(null, by) : null;
    }

    /** {@code dscores} where there is a node {@code score}. */
    private Meaning plural(String word) {
        String other = word.endsWith("s") ? word.substring(0, word.length() - 1) : word + "s";
        return word.length() >= WORD && isNode.test(other) ? new Meaning(null, other) : null;
    }
}
