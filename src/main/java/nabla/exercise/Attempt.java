package nabla.exercise;

import java.util.List;
import nabla.report.ClaimReport;

/** What became of an answer. */
sealed interface Attempt {

    /** It is right; {@code note} is for example "as rounded", or null. */
    record RightAnswer(String note) implements Attempt { }

    /**
     * It is wrong.
     *
     * @param lucky whether it is right at the point of the exercise, though not at others
     */
    record WrongAnswer(ClaimReport claim, boolean lucky) implements Attempt { }

    /** A derivative on the way was given, which is no answer but may help; {@code claim} says whether it is right. */
    record Step(ClaimReport claim) implements Attempt { }

    /** It cannot be read, or is no answer; the lines say why, some with a caret. */
    record UnreadableAnswer(List<String> lines) implements Attempt { }
}
