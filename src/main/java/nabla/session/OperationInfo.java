package nabla.session;

import java.util.ArrayList;
import java.util.List;

/**
 * What there is to know about a function of the language.
 *
 * @param names  the name, then its aliases
 * @param usage  how it is called: {@code sum(a, axis=0|1)}
 * @param value  in terms of simpler operations; null for one that is primitive
 * @param range  the values that an activation takes; null for other functions
 * @param rules  the backward rule of each argument, for an upstream gradient {@code dy} of {@code y = f(x)}; y is called L where a parameter is y
 * @param guards where there is a kink, a jump or no value: {@code domain x > 0}
 */
public record OperationInfo(List<String> names, String usage, String value, String range, List<Rule> rules, List<String> guards) {

    /** What the operation adds to the gradient of an argument: {@code dx = dy*y*(1 - y)}. */
    public record Rule(String gradient, String formula) { }

    public String name() {
        return names.get(0);
    }

    /** A few lines for people: how it is called, its value, its rules, and where it has none. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> aliases = names.subList(1, names.size());
        lines.add(usage + (aliases.isEmpty() ? "" : "   also " + String.join(", ", aliases)));
        if (value != null) {
            lines.add("  value     " + value);
        }
        if (range != null) {
            lines.add("  range     " + range);
        }
        for (Rule rule : rules) {
            lines.add("  backward  " + rule.gradient() + " = " + rule.formula());
        }
        guards.forEach(guard -> lines.add("  " + guard));
        return lines;
    }
}
