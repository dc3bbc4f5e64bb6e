package nabla.picture;

import java.util.ArrayList;
import java.util.List;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.source.Display;

/**
 * A node, or several that are folded into one.
 *
 * @param name       of the node; of a fold, that of the definition or layer
 * @param formula    how it is computed, over the names of its arguments; null for leaves and layers
 * @param numbers    value and gradient in a few characters
 * @param details    all of it, line by line, for a tooltip
 * @param members    the names of the nodes that it stands for; the last speaks for all
 * @param note       for a figure that is wrong: what is at fault, and the line of the text; else empty
 */
public record Figure(String name, Part part, Formula formula, Numbers numbers, List<String> details, VerdictMark mark, String note, List<String> members) {

    /** The value, and the output's derivative by it; {@code –} where none is taken. */
    record Numbers(String value, String gradient) { }

    public String value() {
        return numbers.value();
    }

    public String gradient() {
        return numbers.gradient();
    }

    /** How it is computed, in the language, cut where it is wider than so many columns; empty for leaves. */
    public String expression(int width) {
        return formula == null ? "" : Display.cut(Display.visible(TextFormula.text(formula)), width);
    }

    /** The node that speaks for all. */
    String head() {
        return members.get(members.size() - 1);
    }

    /** What stands beside the gradient: a sign where it is right, sign and word where it is not; empty where it was not looked at. */
    public String verdict() {
        return switch (mark) {
            case NONE, GUILTY -> "";
            case RIGHT -> mark.sign();
            default -> mark.sign() + " " + mark.word();
        };
    }

    /** What stands in the frame, from top to bottom. */
    List<String> label(int width) {
        List<String> label = new ArrayList<>(List.of(Display.visible(name)));
        label.add(expression(width));
        label.add(part.word());
        label.add(mark == VerdictMark.GUILTY ? mark.sign() + " " + mark.word() : "");
        label.removeIf(String::isEmpty);
        return label;
    }
}
