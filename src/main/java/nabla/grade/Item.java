package nabla.grade;

import nabla.model.QuestionTarget;
import nabla.syntax.Statement;

/**
 * A question as a grade book shows it.
 *
 * @param target what is asked for, as written
 * @param text   its wording, or null
 */
public record Item(String label, String target, double points, String text) {

    private static final double POINTS = 1;

    static Item of(QuestionTarget asked) {
        Statement.Question question = asked.question();
        double points = question.grading().points() == null ? POINTS : question.grading().points().value();
        return new Item(asked.label(), (asked.isOperation() ? "op " : "") + asked.target(), points, question.text());
    }

    /** {@code 1a (dz/dx)}, or only what is asked for where that is the label. */
    public String title() {
        return label.equals(target) || label.endsWith(" " + target) ? label : label + " (" + target + ")";
    }
}
