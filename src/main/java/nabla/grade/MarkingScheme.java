package nabla.grade;

import java.util.HashMap;
import java.util.Map;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.homework.Problem;
import nabla.model.QuestionTarget;
import nabla.session.Examiner;
import nabla.session.Settings;

/** What answers to a problem are marked by: the right ones, who judges others, and what mistakes cost. Submissions may be marked in several threads. */
final class MarkingScheme {

    /** A longer solution is not told. */
    private static final int LONGEST = 400;

    private final Problem problem;
    private final Credits credits;
    private final Examiner examiner;
    private final Settings settings;
    private final boolean revealing;
    private final Map<QuestionTarget, String> solutions = new HashMap<>();

    /** Of a problem that is readable; {@code revealing} says whether marks come with the right answers. */
    MarkingScheme(Problem problem, Credits credits, Settings settings, boolean revealing) {
        this.problem = problem;
        this.credits = credits;
        this.examiner = new Examiner(problem.model(), problem.questions());
        this.settings = settings;
        this.revealing = revealing;
    }

    Credits credits() {
        return credits;
    }

    Examiner examiner() {
        return examiner;
    }

    Settings settings() {
        return settings;
    }

    /** The right answer, in the words of the language, for a mark that is to tell it; null for one that is not, and empty where it is too long. */
    String revealed(QuestionTarget asked) {
        return revealing ? solution(asked) : null;
    }

    /** The right answer; empty where it is too long. */
    synchronized String solution(QuestionTarget asked) {
        return solutions.computeIfAbsent(asked, a -> {
            Formula formula = examiner.formula(a.truth());
            String text = formula == null ? "" : TextFormula.text(formula);
            return text.length() > LONGEST ? "" : text;
        });
    }
}
