package nabla.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nabla.exercise.Reply.Line;
import nabla.exercise.Reply.Outcome;
import nabla.exercise.Reply.Tone;
import nabla.exercise.Reply.Writer;
import nabla.report.Binding;
import nabla.report.ClaimReport;
import nabla.report.ClaimReport.Witness;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;

/** An open exercise: what has been tried and which hints were given. */
final class Round {

    private final Exercise exercise;
    private final AnswerJudge judge;
    /** The wrong answers. */
    private final Set<String> tried = new HashSet<>();
    private final Set<String> mistakes = new LinkedHashSet<>();
    private AnswerWorking work;
    private int hints;

    Round(Exercise exercise) {
        this.exercise = exercise;
        this.judge = new AnswerJudge(exercise);
    }

    Exercise exercise() {
        return exercise;
    }

    /** The mistakes made, each by its most telling code. */
    Set<String> mistakes() {
        return mistakes;
    }

    /** Whether there was neither a wrong answer nor a hint. */
    boolean isUnaided() {
        return tried.isEmpty() && hints == 0;
    }

    private AnswerWorking work() {
        work = work == null ? AnswerWorking.of(exercise) : work;
        return work;
    }

    List<Line> question() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Tone.HEADING, exercise.topic().title() + ", " + exercise.level() + " (" + exercise.topic().id() + " "
                + exercise.level().number() + " seed " + exercise.label().seed() + ", number " + exercise.label().number() + ")"));
        exercise.lines().forEach(line -> lines.add(new Line(Tone.CODE, "  " + line)));
        lines.add(new Line(Tone.PLAIN, "What is " + exercise.target() + "? " + form(exercise)));
        return lines;
    }

    /** What may be typed. */
    static String form(Exercise exercise) {
        Shape shape = exercise.value().shape();
        return shape.isScalar() ? "A formula, or its value at this point." : "A formula, or its " + shape + " values at this point.";
    }

    Reply answer(String text) {
        Attempt attempt = judge.attempt(text);
        if (attempt instanceof Attempt.UnreadableAnswer unreadable) {
            return new Writer().lines(Tone.BAD, unreadable.lines()).as(Outcome.UNREADABLE);
        } else if (attempt instanceof Attempt.Step step) {
            return step(step.claim());
        } else if (attempt instanceof Attempt.RightAnswer right) {
            String note = right.note() == null ? "" : ", " + right.note();
            return new Writer().line(Tone.GOOD, "Right" + note + ": " + Solution.answer(exercise)).as(Outcome.RIGHT);
        }
        if (!tried.add(text.replaceAll("\\s+", ""))) {
            return new Writer().line(Tone.BAD, "that was tried before").as(Outcome.UNREADABLE);
        }
        Attempt.WrongAnswer bad = (Attempt.WrongAnswer) attempt;
        Writer writer = new Writer().line(Tone.BAD, "Not right" + mistake(bad.claim()));
        if (bad.lucky()) {
            writer.line(Tone.BAD, elsewhere(bad.claim().witness()));
        }
        if (hints < Hints.COUNT) {
            boolean named = bad.claim().mistake() != null || bad.lucky();
            return (named ? writer : writer.line(Tone.HINT, helped())).as(Outcome.WRONG);
        }
        return writer.add(new Solution(work()).lines()).as(Outcome.SHOWN);
    }

    private Reply step(ClaimReport claim) {
        boolean right = claim.judgement() == Judgement.RIGHT;
        String text = right ? "That is right, and a step on the way to " + exercise.target() + "." : "That step is not right" + mistake(claim);
        return new Writer().line(right ? Tone.GOOD : Tone.BAD, text).as(Outcome.TOLD);
    }

    /** The named mistake, or why shapes do not fit. */
    private String mistake(ClaimReport claim) {
        if (claim.mistake() != null) {
            mistakes.add(claim.mistake().codes().get(0).toString());
            return ": " + claim.mistake().message() + " (" + claim.mistake().codes(", ") + ").";
        }
        boolean single = claim.witness() != null && isSingle(claim.witness().yours());
        return claim.note() != null ? ": " + claim.note() + "."
                : single ? ": one number is asked for each of the " + exercise.value().shape() + " entries." : ".";
    }

    /** Whether one number was given where a matrix is asked for. */
    private static boolean isSingle(Tensor yours) {
        return yours != null && yours.count() > 1 && Arrays.stream(yours.data()).allMatch(entry -> entry == yours.at(0));
    }

    private static String elsewhere(Witness witness) {
        StringBuilder at = new StringBuilder();
        for (Binding binding : witness.at()) {
            if (binding.value().shape().isScalar()) {
                at.append(at.length() == 0 ? " such as " : ", ").append(binding.name()).append(" = ")
                        .append(AnswerWorking.number(binding.value().at(0)));
            }
        }
        return "Its value at this point is right, but a formula has to hold at other points too" + at + ".";
    }

    Reply hint() {
        if (hints == Hints.COUNT) {
            return new Writer().line(Tone.HINT, "There are no more hints; :solution shows the way.").as(Outcome.TOLD);
        }
        return new Writer().line(Tone.HINT, nextHint()).as(Outcome.HINT);
    }

    private String helped() {
        return hints == 0 ? ":hint helps." : "There " + (hints + 1 == Hints.COUNT ? "is another :hint." : "are two more; :hint shows the next.");
    }

    private String nextHint() {
        hints++;
        return "Hint " + hints + " of " + Hints.COUNT + ": " + new Hints(work()).hint(hints);
    }

    Reply solution() {
        return new Writer().add(new Solution(work()).lines()).as(Outcome.SHOWN);
    }
}
