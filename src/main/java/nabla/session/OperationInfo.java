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
 * @param cases  what holds instead for rows and columns, where value and rules are those of a matrix; empty where those hold for all
 */
public record OperationInfo(List<String> names, String usage, String value, String range, List<Rule> rules, List<String> guards, List<Case> cases) {

    /** What holds for arguments of some kind: {@code a row}, {@code a row or a column}. */
    public record Case(String of, String value, List<Rule> rules) { }

    /** What the operation adds to the gradient of an argument: {@code dx = dy*y*(1 - y)}. */
    public record Rule(String gradient, String formula) { }

    OperationInfo with(List<Case> others) {
        return new OperationInfo(names, usage, value, range, rules, guards, others);
    }

    public String name() {
        return names.get(0);
    }

    /** A few lines for people: how it is called, its value, its rules, and where it has none. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> aliases = names.subList(1, names.size());
        lines.add(usage + (aliases.isEmpty() ? "" : "   also " + String.join(", ", aliases)));
        if (!cases.isEmpty()) {
            lines.add("  of a matrix, an example a row");
        }
        lines(value, rules, cases.isEmpty() ? "  " : "    ", lines);
        for (Case other : cases) {
            lines.add("  of " + other.of() + ", one example");
            lines(other.value(), other.rules(), "    ", lines);
        }
        if (range != null) {
            lines.add("  range     " + range);
        }
        guards.forEach(guard -> lines.add("  " + guard));
        return lines;
    }

    private static void lines(String value, List<Rule> rules, String indent, List<String> lines) {
        if (value != null) {
            lines.add(indent + "value     " + value);
        }
        for (Rule rule : rules) {
            lines.add(indent + "backward  " + rule.gradient() + " = " + rule.formula());
        }
    }
}
