package nabla.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.formula.Formula;
import nabla.report.Derivation;
import nabla.report.Derivation.Line;
import nabla.report.Derivation.Path;
import nabla.report.Derivation.Rule;
import nabla.report.Derivation.Step;
import nabla.report.Derivation.Working;
import nabla.source.Display;
import nabla.tensor.Tensor;

/**
 * Three hints to an exercise, from a nudge over the rule to the first step done. The last step, or the last term of a sum, is always
 * left to the pupil.
 */
record Hints(AnswerWorking work) {

    static final int COUNT = 3;

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

    private Working working() {
        return work.derivation().working();
    }

    private String of() {
        return work.exercise().of();
    }

    private String by() {
        return work.exercise().by();
    }

    private String nudge() {
        String own = work.exercise().nudge();
        List<String> between = between();
        FactorHints factors = new FactorHints(work);
        if (factors.isSpread() && (own == null || !own.contains(by() + " "))) {
            boolean row = work.derivation().quotient().shape().rows() == 1;
            return by() + " is added to every " + (row ? "row" : "column") + ": every " + (row ? "row" : "column") + " adds to its derivative.";
        } else if (own != null) {
            return own;
        } else if (factors.nudge() != null) {
            return factors.nudge();
        } else if (working().count() > 1) {
            return by() + " reaches " + of() + " on " + words(working().count()) + " paths: what does each contribute?";
        } else if (!between.isEmpty()) {
            return "The way from " + by() + " to " + of() + " leads over " + Display.list(between) + ": begin at " + of() + " and go back.";
        } else if (working().lines().size() > 1) {
            return "Take " + of() + " apart: what is done to " + by() + " first, and what last? The last comes first in the derivative.";
        }
        return "Only " + by() + " varies: everything else in " + of() + " is a fixed number here.";
    }

    /** The names of the text on the way. */
    private List<String> between() {
        return working().lines().stream().map(Line::name).filter(name -> !name.equals(of()) && work.isOwn(name)).toList();
    }

    private List<Step> steps() {
        return derivation().isByPaths() ? working().locals() : working().backward();
    }

    private String rule() {
        String rule = new FactorHints(work).rule();
        if (rule != null) {
            return rule;
        }
        String cut = working().lines().stream().filter(line -> !work.isOwn(line.name()))
                .map(line -> line.name() + " = " + AnswerWorking.text(line.right())).collect(Collectors.joining(", "));
        List<String> parts = new ArrayList<>();
        if (isEntrywise()) {
            parts.add("Take one entry of " + by() + ": in what way does " + of() + " depend on it?");
        } else if (!derivation().isByPaths()) {
            parts.add("Go back one step at a time: " + steps().stream().map(step -> AnswerWorking.text(step.left())).collect(Collectors.joining(", then "))
                    + ".");
        } else if (working().locals().size() > 1) {
            String sum = working().paths().stream().map(Hints::product).collect(Collectors.joining(" + "));
            parts.add((cut.isEmpty() ? "" : "With " + cut + ": ") + work.exercise().target() + " = " + sum + ".");
        }
        sentences().stream().limit(parts.isEmpty() || isEntrywise() ? 2 : 1).forEach(parts::add);
        return parts.isEmpty() ? "It is the rule for a constant factor: whatever " + by() + " is multiplied by stays." : String.join(" ", parts);
    }

    /** Whether there are matrices, and nothing with a name on the way. */
    private boolean isEntrywise() {
        return !derivation().isByPaths() && between().isEmpty();
    }

    /** What books say of the rules that are needed, from the output back. */
    private Set<String> sentences() {
        List<Step> back = new ArrayList<>(steps());
        if (derivation().isByPaths()) {
            Collections.reverse(back);
        }
        Set<String> sentences = new LinkedHashSet<>();
        back.forEach(step -> step.rules().stream().map(Rule::lesson).filter(Objects::nonNull).forEach(sentences::add));
        return sentences;
    }

    private static String product(Path path) {
        return path.factors().stream().map(factor -> AnswerWorking.text(factor.left())).collect(Collectors.joining("·"));
    }

    private String step() {
        String part = new FactorHints(work).step();
        if (part != null) {
            return part;
        } else if (isEntrywise()) {
            return entry();
        } else if (working().paths().size() > 1) {
            Path path = working().paths().stream().filter(p -> !AnswerWorking.isNumber(p.product())).findFirst().orElse(working().paths().get(0));
            boolean direct = path.factors().size() == 1;
            String over = direct ? "that leads there directly" : "over " + Display.list(path.factors().subList(0, path.factors().size() - 1).stream()
                    .map(factor -> ((Formula.Derivative) factor.left()).by()).toList());
            return "The path " + over + " contributes " + equal(path.product(), path.value()) + ". Add what "
                    + (working().paths().size() == 2 ? "the other one contributes." : "the others contribute.");
        }
        List<Step> candidates = derivation().isByPaths() ? working().paths().get(0).factors() : working().backward();
        List<Step> before = candidates.subList(0, candidates.size() - 1);
        Step shown = before.stream().filter(step -> !AnswerWorking.isNumber(step.right())).findFirst().orElse(before.isEmpty() ? null : before.get(0));
        boolean scalar = work.exercise().value().shape().isScalar();
        if (scalar && candidates.stream().allMatch(step -> step == shown || AnswerWorking.text(step.right()).equals("1"))) {
            return trial();
        } else if (shown != null) {
            Step last = candidates.get(candidates.size() - 1);
            return AnswerWorking.text(shown.left()) + " = " + equal(shown.right(), shown.value()) + ". "
                    + (before.size() == 1 ? "What is left is " + AnswerWorking.text(last.left()) + "." : "Go on from there.");
        }
        return scalar ? trial() : entry();
    }

    /** Where there is a single step: what happens to the output when the input moves a little. */
    private String trial() {
        double moved = work.point().get(by()) == null ? Double.NaN : work.point().get(by()).at(0);
        double slope = work.exercise().value().at(0);
        return Double.isNaN(moved) ? "At this point the derivative is " + (slope > 0 ? "positive." : "negative.")
                : String.format(Locale.ROOT, "When %s goes from %s to %s, %s changes by about %s.", by(), AnswerWorking.number(moved),
                        AnswerWorking.number(moved + 0.01), of(), AnswerWorking.number(slope * 0.01));
    }

    private String entry() {
        return "The first entry of the answer is " + AnswerWorking.number(work.exercise().value().at(0)) + " at this point.";
    }

    /** A formula and, where that says more, its number. */
    private static String equal(Formula formula, Tensor value) {
        String text = AnswerWorking.text(formula);
        String number = value == null || !value.shape().isScalar() ? text : AnswerWorking.number(value.at(0));
        return text.equals(number) ? text : text + " = " + number;
    }

    private static String words(long count) {
        return count < 10 ? List.of("two", "three", "four", "five", "six", "seven", "eight", "nine").get((int) count - 2) : Long.toString(count);
    }
}
