package nabla.exercise;

import java.util.ArrayList;
import java.util.List;
import nabla.exercise.Reply.Tone;
import nabla.tensor.Tensor;
import nabla.writer.DerivationText;

/** The worked solution of an exercise as lines of text. */
record Solution(AnswerWorking work) {

    /** The answer, as a formula and as a number: {@code dz/dx = y + 1 = 3}. */
    static String answer(Exercise exercise) {
        String formula = exercise.answer();
        String value = literal(exercise.value());
        return exercise.target() + " = " + formula + (value.equals(formula) ? "" : " = " + value);
    }

    List<Reply.Line> lines() {
        List<Reply.Line> lines = new ArrayList<>();
        lines.add(new Reply.Line(Tone.PLAIN, "The solution, step by step: " + answer(work.exercise())));
        DerivationText.lines(work.derivation()).stream().skip(1).forEach(line -> lines.add(new Reply.Line(Tone.CODE, line)));
        return lines;
    }

    /** A matrix as it is typed, its numbers to four digits. */
    static String literal(Tensor value) {
        if (value.shape().isScalar()) {
            return AnswerWorking.number(value.at(0));
        }
        return "[" + value.joined(AnswerWorking::number, ", ", "; ") + "]";
    }
}
