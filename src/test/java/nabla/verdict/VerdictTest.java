package nabla.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nabla.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each verdict comes to. */
class VerdictTest {

    private static final Verdict.Kink KINK = new Verdict.Kink(0, 1, "relu'(0) = 0");

    static Stream<Arguments> verdicts() {
        return Stream.of(Arguments.of(new Verdict.Agreement(true), "agree", Judgement.RIGHT, null),
                Arguments.of(new Verdict.Disagreement("identically zero"), "disagree", Judgement.WRONG, "identically zero"),
                Arguments.of(new Verdict.Unresolved("noise"), "unresolved", Judgement.UNRESOLVED, "noise"),
                Arguments.of(KINK, "kink", Judgement.RIGHT, null),
                Arguments.of(new Verdict.Undefined("log"), "undefined", Judgement.UNRESOLVED, "log"),
                Arguments.of(new Verdict.Unchecked("not given"), "unchecked", null, "not given"));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void comesToAJudgement(Verdict verdict, String word, Judgement judgement, String reason) {
        assertEquals(word, verdict.word());
        assertEquals(judgement, verdict.judgement());
        assertEquals(reason, verdict.reason());
        assertEquals(judgement == Judgement.RIGHT, verdict.isRight());
        assertEquals(judgement == Judgement.WRONG, verdict.isWrong());
        assertEquals(judgement == Judgement.UNRESOLVED, verdict.isOpen());
        assertEquals(word.equals("agree"), verdict.agrees());
        assertEquals(word.equals("unresolved"), verdict.isDoubt());
        assertEquals(word.equals("kink"), verdict.asKink().isPresent());
    }

    @Test
    void everyVerdictIsAmongThese() {
        Set<Class<?>> members = Set.of(Verdict.class.getPermittedSubclasses());
        assertEquals(members, verdicts().map(row -> row.get()[0].getClass()).collect(Collectors.toSet()));
        assertNotNull(KINK.asKink().orElseThrow().convention());
    }

    @Test
    void numbersAreAsShortAsTheyReadBack() {
        assertEquals("0", Text.number(-0.0));
        assertEquals("0.1", Text.number(0.1));
        assertEquals("1.235", Text.brief(1.23456));
        assertEquals(" in entry [1, 0]", Text.where(2, new Shape(2, 2)));
        assertEquals("", Text.where(0, Shape.SCALAR));
    }
}
