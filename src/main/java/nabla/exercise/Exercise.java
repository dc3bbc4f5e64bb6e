package nabla.exercise;

import java.util.List;
import java.util.regex.Pattern;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.tensor.Tensor;

/**
 * An exercise with its answer.
 *
 * @param label   which exercise it is
 * @param lines   the graph in the language, with the values of the leaves
 * @param of      what is differentiated
 * @param by      what it is differentiated by
 * @param solution the answer
 * @param nudge   a first hint of its own, or null
 * @param form    what is asked, whatever the names and numbers
 */
public record Exercise(Label label, List<String> lines, String of, String by, Solution solution, String nudge, String form) {

    /** Which exercise it is: of those that a seed gives, by its number, from 1. */
    public record Label(Topic topic, Level level, long seed, int number) { }

    /** The answer, as worked out by differentiating and simplifying, and its value at the point. */
    public record Solution(Formula formula, Tensor value) { }

    /** The name before a number. */
    private static final Pattern VALUE = Pattern.compile("[^;=]+=");

    public Topic topic() {
        return label.topic();
    }

    public Level level() {
        return label.level();
    }

    /** The answer, as worked out by differentiating and simplifying. */
    public Formula formula() {
        return solution.formula();
    }

    /** The answer at the point. */
    public Tensor value() {
        return solution.value();
    }

    /** The graph as a text that {@code nabla check} runs. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }

    /** What is asked, and the numbers, whatever the names: two exercises of one identity are the same to a pupil. */
    public String identity() {
        int definitions = form.substring(0, form.indexOf('|')).split(";").length;
        return form + "|" + VALUE.matcher(String.join(";", lines.subList(definitions, lines.size()))).replaceAll("");
    }

    /** What is asked for: {@code dz/dx}. */
    public String target() {
        return "d" + of + "/d" + by;
    }

    /** The answer as it may be typed. */
    public String answer() {
        return TextFormula.text(solution.formula());
    }
}
