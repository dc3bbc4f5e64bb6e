package nabla.mistake;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.report.Mistake;
import nabla.report.MistakeCode;
import org.junit.jupiter.api.Test;

/** Every one-step mistake in a scalar graph is told from all others that have another formula. */
final class ConfusionTest {

    private int mistakes;

    /** How many have the formula of three simpler ones. */
    private int crowded;

    @Test
    void mistakesAreNotTakenForOneAnother() {
        List<String> confused = new ArrayList<>();
        for (TestRows.Section section : TestRows.read("scalars.txt")) {
            Programs program = Programs.of(section.program());
            for (Input target : program.targets()) {
                confused.addAll(confused(section.name(), program, target));
            }
        }
        assertTrue(mistakes > 1000 && crowded <= 2 && confused.isEmpty(),
                () -> mistakes + " mistakes, confused:\n" + String.join("\n", confused));
    }

    private List<String> confused(String name, Programs program, Input target) {
        Backprop pass = new Backprop(program.root());
        Question question = new Question(Naming.of(program.names()), pass, target, pass.gradient(target), program.points(),
                null, new SearchBudget(SearchBudget.LOOK));
        Recogniser recogniser = new Recogniser(program.names(), true);
        List<String> confused = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Candidate candidate : question.candidates()) {
            boolean wrong = candidate.answer() == question.answer()
                    && !Recogniser.same(candidate.given(), question.answer(), program.points());
            if (wrong && isFinite(candidate, program) && seen.add(candidate.codes() + " " + value(candidate, program, 0))) {
                mistakes++;
                Optional<Mistake> found = recogniser.recognise(program.root(), target, candidate.given(), program.points());
                List<MistakeCode> codes = found.map(Mistake::possible).orElse(List.of());
                boolean named = codes.containsAll(candidate.codes().names().get(0));
                crowded += !named && codes.size() == 3 ? 1 : 0;
                if (codes.size() > 3 || !named && codes.size() < 3) {
                    confused.add(name + " by " + target + ": " + candidate.message().get() + " " + candidate.codes() + " is named "
                            + codes);
                }
            }
        }
        return confused;
    }

    private static boolean isFinite(Candidate candidate, Programs program) {
        return IntStream.range(0, program.points().size()).allMatch(p -> Double.isFinite(value(candidate, program, p)));
    }

    /** To nine digits: what is left of rounding makes no other mistake. */
    private static double value(Candidate candidate, Programs program, int point) {
        Values values = Values.at(new Program(List.of(candidate.given())), program.points().get(point));
        return Double.parseDouble(String.format(Locale.ROOT, "%.9e", values.of(candidate.given()).at(0)));
    }
}
