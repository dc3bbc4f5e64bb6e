package nabla.exercise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.report.Derivation;
import nabla.report.Derivation.Line;
import nabla.report.Derivation.Path;
import nabla.report.Derivation.Step;
import nabla.formula.Formula;
import nabla.matrix.Matrix;

/**
 * Three hints to an exercise, from a nudge over the rule to the first step done. The last step, or the last term of a sum, is always
 * left to the pupil.
 */
record Hints(Work work) {

    static final int COUNT = 3;

    /** What the rules of a book say, for those whose names do not. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("matrix product", "Behind C = A @ B: what arrives at A is dC @ B.T, at B it is A.T @ dC; the shapes leave no other order."),
            Map.entry("transpose", "What arrives behind a transpose is transposed back."),
            Map.entry("derivative of relu", "relu passes on what arrives where its argument is positive, and nothing elsewhere."),
            Map.entry("derivative of leaky_relu", "leaky relu has the slope 1 above zero, and the small slope below."),
            Map.entry("derivative of max", "A maximum passes on what arrives to the larger one, and nothing to the other."),
            Map.entry("derivative of sigmoid", "The slope of h = sigmoid(z) is h*(1 - h)."),
            Map.entry("derivative of tanh", "The slope of h = tanh(z) is 1 - h^2."),
            Map.entry("derivative of softplus", "The slope of softplus(z) is sigmoid(z)."),
            Map.entry("derivative of softsign", "The slope of z/(1 + abs(z)) is 1/(1 + abs(z))^2."),
            Map.entry("derivative of atan", "The slope of atan(z) is 1/(1 + z^2)."),
            Map.entry("derivative of softmax", "Entry i of p = softmax(z) depends on entry j of z by p_i*((i = j) - p_j)."),
            Map.entry("derivative of logsumexp", "Write it as log(s) with s = sum(exp(z))."),
            Map.entry("derivative of softmax_cross_entropy",
                    "It is -sum(y*log(p)) with p = softmax(z), divided by the number of rows; p and y is all there is in its gradient."),
            Map.entry("derivative of cross_entropy", "It is -sum(y*log(p)): entry by entry, the slope of log(p) is 1/p."),
            Map.entry("derivative of bce", "It is the mean of -y*log(p) - (1 - y)*log(1 - p)."),
            Map.entry("derivative of squared_error", "It is the sum of (p - y)^2: entry by entry, the outer slope is 2*(p - y)."),
            Map.entry("derivative of mse", "It is the mean of (p - y)^2: the sum, divided by the number of entries."),
            Map.entry("power rule", "The slope of u^n is n*u^(n - 1)."),
            Map.entry("reciprocal rule", "The slope of 1/u is -1/u^2."),
            Map.entry("derivative of log", "The slope of log(u) is 1/u."),
            Map.entry("derivative of sqrt", "The slope of sqrt(u) is 1/(2*sqrt(u))."),
            Map.entry("derivative of exp", "The slope of exp(u) is exp(u) itself."),
            Map.entry("derivative of sin", "The slope of sin(u) is cos(u)."),
            Map.entry("derivative of cos", "The slope of cos(u) is -sin(u)."));

    /** Hint 1, 2 or 3. */
    String hint(int number) {
        return switch (number) {
            case 1 -> nudge();
            case 2 -> rule();
            default -> step();
        };
    }

    private Derivation derivation() {
        return work.derivation();
    }

    private String of() {
        return work.exercise().of();
    }

    private String by() {
        return work.exercise().by();
    }

    private String nudge() {
        if (work.exercise().nudge() != null) {
            return work.exercise().nudge();
        }
        Set<String> rules = steps().stream().flatMap(step -> step.rules().stream()).collect(Collectors.toSet());
        List<String> between = between();
        if (rules.contains("quotient rule")) {
            return "There is " + by() + " above and below the fraction bar: which rule is for that?";
        } else if (rules.contains("product rule") && work.exercise().topic() == Topic.PRODUCTS_QUOTIENTS) {
            return "There is " + by() + " in both factors: which rule is for that?";
        } else if (derivation().count() > 1) {
            return by() + " reaches " + of() + " on " + words(derivation().count()) + " paths: what does each contribute?";
        } else if (!between.isEmpty()) {
            return "The way from " + by() + " to " + of() + " leads over " + joined(between) + ": begin at " + of() + " and go back.";
        } else if (derivation().lines().size() > 1) {
            return "Take " + of() + " apart: what is done to " + by() + " first, and what last? The last comes first in the derivative.";
        }
        return "Only " + by() + " varies: everything else in " + of() + " is a fixed number here.";
    }

    /** The names of the text on the way. */
    private List<String> between() {
        return derivation().lines().stream().map(Line::name).filter(name -> !name.equals(of()) && work.isOwn(name)).toList();
    }

    private List<Step> steps() {
        return derivation().isByPaths() ? derivation().locals() : derivation().backward();
    }

    private String rule() {
        List<String> parts = new ArrayList<>();
        String cut = derivation().lines().stream().filter(line -> !work.isOwn(line.name()))
                .map(line -> line.name() + " = " + Work.text(line.right())).collect(Collectors.joining(", "));
        if (derivation().isByPaths() && derivation().locals().size() > 1) {
            String sum = derivation().paths().stream().map(Hints::product).collect(Collectors.joining(" + "));
            parts.add((cut.isEmpty() ? "" : "With " + cut + ": ") + work.exercise().target() + " = " + sum + ".");
        } else if (!derivation().isByPaths()) {
            parts.add("Go back one step at a time: " + steps().stream().map(step -> Work.text(step.left())).collect(Collectors.joining(", then "))
                    + (cut.isEmpty() ? "." : ", where " + cut + "."));
        }
        Set<String> sentences = new LinkedHashSet<>();
        for (int k = steps().size() - 1; k >= 0; k--) {
            Step step = steps().get(derivation().isByPaths() ? k : steps().size() - 1 - k);
            step.rules().stream().map(RULES::get).filter(sentence -> sentence != null).forEach(sentences::add);
        }
        sentences.stream().limit(parts.isEmpty() ? 2 : 1).forEach(parts::add);
        return parts.isEmpty() ? "It is the rule for a constant factor: whatever " + by() + " is multiplied by stays." : String.join(" ", parts);
    }

    private static String product(Path path) {
        return path.factors().stream().map(factor -> Work.text(factor.left())).collect(Collectors.joining("·"));
    }

    private String step() {
        if (derivation().paths().size() > 1) {
            Path path = derivation().paths().get(0);
            String over = path.factors().size() > 1 ? "over " + joined(path.factors().subList(0, path.factors().size() - 1).stream()
                    .map(factor -> ((Formula.Derivative) factor.left()).by()).toList()) : "that leads there directly";
            return "The path " + over + " contributes " + Work.text(path.product()) + value(path.value()) + ". Add what "
                    + (derivation().paths().size() == 2 ? "the other one contributes." : "the others contribute.");
        }
        List<Step> candidates = derivation().isByPaths() ? derivation().paths().get(0).factors() : derivation().backward();
        List<Step> before = candidates.subList(0, candidates.size() - 1);
        Step shown = before.stream().filter(step -> !isNumber(step)).findFirst().orElse(before.isEmpty() ? null : before.get(0));
        if (shown != null) {
            Step last = candidates.get(candidates.size() - 1);
            return Work.text(shown.left()) + " = " + Work.text(shown.right()) + value(shown.value()) + ". "
                    + (before.size() == 1 ? "What is left is " + Work.text(last.left()) + "." : "Go on from there.");
        }
        return work.exercise().value().shape().isScalar() ? trial() : entry();
    }

    private static boolean isNumber(Step step) {
        return step.right() == null || Work.text(step.right()).matches("[-0-9.]+|ones.*");
    }

    /** Where there is a single step: what happens to the output when the input moves a little. */
    private String trial() {
        double moved = work.point().get(by()) == null ? Double.NaN : work.point().get(by()).at(0);
        double slope = work.exercise().value().at(0);
        return Double.isNaN(moved) ? "At this point the derivative is " + (slope > 0 ? "positive." : "negative.")
                : String.format(Locale.ROOT, "When %s goes from %s to %s, %s changes by about %s.", by(), Work.number(moved),
                        Work.number(moved + 0.01), of(), Work.number(slope * 0.01));
    }

    private String entry() {
        return "The first entry of the answer is " + Work.number(work.exercise().value().at(0)) + " at this point.";
    }

    private static String value(Matrix value) {
        return value == null || !value.shape().isScalar() ? "" : " = " + Work.number(value.at(0));
    }

    private static String words(long count) {
        return count < 10 ? List.of("two", "three", "four", "five", "six", "seven", "eight", "nine").get((int) count - 2) : Long.toString(count);
    }

    private static String joined(List<String> names) {
        return names.size() < 2 ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
