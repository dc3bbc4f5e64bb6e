package nabla.grade;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Input;
import nabla.graph.Topology;
import nabla.homework.SubmittedAnswer;
import nabla.model.QuestionTarget;
import nabla.report.ClaimReport.Witness;
import nabla.report.Mistake;
import nabla.source.Diagnostic;
import nabla.source.Display;
import nabla.source.Excerpt;

/** A mark while it is decided on. */
final class MarkDraft {

    private static final int WRITTEN = 200;

    private final Item item;
    private final SubmittedAnswer answer;
    private final Credits credits;
    private final List<String> remarks = new ArrayList<>();
    private Mark.Correction correct = Mark.Correction.NONE;

    MarkDraft(Item item, SubmittedAnswer answer, Credits credits) {
        this.item = item;
        this.answer = answer;
        this.credits = credits;
    }

    QuestionTarget asked() {
        return answer.asked();
    }

    Credits credits() {
        return credits;
    }

    /** Whether the answer uses no variable. */
    boolean isNumber() {
        return answer.claim().answer() == null
                || Topology.order(List.of(answer.claim().answer())).stream().noneMatch(Input.class::isInstance);
    }

    void say(String remark) {
        remarks.add(remark);
    }

    void witness(Witness seen, String right) {
        correct = new Mark.Correction(seen, right);
    }

    /** Of an answer that cannot be read, or is refused: the line, and where in it. */
    Mark unread() {
        Diagnostic problem = answer.problem();
        remarks.addAll(Excerpt.lines(answer.source(), problem.bare()));
        return mark(answer.isRefused() ? Outcome.REFUSED : Outcome.UNREADABLE, 0, 0, null);
    }

    Mark accepted(Outcome outcome) {
        double share = credits.of(outcome);
        return mark(outcome, share, share, null);
    }

    /** Right given an earlier answer. */
    Mark follows(String earlier, Mistake mistake) {
        double alone = credits.of(mistake);
        say("right given your " + earlier + ", which is the one to correct");
        return mark(Outcome.FOLLOWS, Math.max(alone, credits.of(Outcome.FOLLOWS)), alone, mistake);
    }

    Mark wrong(Mistake mistake) {
        double share = credits.of(mistake);
        return mark(Outcome.WRONG, share, share, mistake);
    }

    Mark mark(Outcome outcome, double share, double alone, Mistake mistake) {
        String written = Display.cut(answer.text().replaceAll("\\s+", " "), WRITTEN);
        return new Mark(item, outcome, share * item.points(), alone * item.points(), new Mark.Answer(answer.span().line(), written),
                List.copyOf(remarks), mistake, correct);
    }
}
