package nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nabla.check.Soak.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The verdicts on random graphs: no right one is accused, no wrong one gets away, the guilty one is named, and almost none is
 * left open.
 */
class SoakTest {

    private static final int FEW = 200;
    private static final int MANY = 10_000;

    @Test
    void rightGraphsAgree() {
        agree(FEW);
    }

    @Test
    void wrongRulesAreFound() {
        found(FEW);
    }

    @Test
    @Tag("soak")
    void tenThousandRightGraphsAgree() {
        List<Outcome> outcomes = agree(MANY);
        Map<String, Long> calls = outcomes.stream().flatMap(outcome -> outcome.graph().calls().stream())
                .collect(Collectors.groupingBy(call -> call, Collectors.counting()));
        Grower.names().forEach(name -> assertTrue(calls.getOrDefault(name, 0L) >= 100, name + ": " + calls.get(name)));
    }

    @Test
    @Tag("soak")
    void tenThousandWrongRulesAreFound() {
        found(MANY);
    }

    private static List<Outcome> agree(int count) {
        List<Outcome> outcomes = Soak.right(count);
        System.out.println("right: " + Soak.count(outcomes));
        none(of(outcomes, null, "disagree"));
        atMost(count / 100, of(outcomes, null, "unresolved"));
        atMost(count / 100, of(outcomes, null, "undefined"));
        return outcomes;
    }

    private static void found(int count) {
        List<Outcome> outcomes = Soak.broken(count);
        System.out.println("broken: " + Soak.count(outcomes));
        none(outcomes.stream().filter(outcome -> outcome.truth() == Truth.CHANGED && !outcome.verdict().equals("disagree")).toList());
        none(of(outcomes, Truth.SAME, "disagree"));
        List<Outcome> open = outcomes.stream().filter(outcome -> outcome.truth() == Truth.HIDDEN
                || outcome.verdict().equals("unresolved") || outcome.verdict().equals("undefined")).toList();
        atMost(count / 50, open);
        List<Outcome> accused = outcomes.stream().filter(outcome -> outcome.is(Truth.CHANGED, "disagree")).toList();
        atMost(accused.size() / 100, accused.stream().filter(outcome -> !outcome.named()).toList());
    }

    private static List<Outcome> of(List<Outcome> outcomes, Truth truth, String word) {
        return outcomes.stream().filter(outcome -> outcome.is(truth, word)).toList();
    }

    private static void none(List<Outcome> outcomes) {
        assertEquals(Collections.emptyList(), outcomes, () -> Soak.some(outcomes));
    }

    private static void atMost(int most, List<Outcome> outcomes) {
        assertTrue(outcomes.size() <= most, () -> Soak.some(outcomes));
    }
}
