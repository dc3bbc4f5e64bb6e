package nabla.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import nabla.exercise.Reply.Outcome;
import nabla.exercise.Reply.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pupil and the tutor. */
class TutorTest {

    private final Ledger ledger = Ledger.forgetful();
    private final Tutor tutor = new Tutor(ledger);

    /** u = t^2, v = cos(t), y = u - 3v at t = 3. */
    private Exercise twoPaths() {
        tutor.start("chain-rule-3 2 seed 7");
        return tutor.exercise();
    }

    @Test
    void putsTheExerciseInTheLanguage() {
        Reply reply = tutor.start("chain-rule-3 2 seed 7");
        assertEquals(Outcome.ASKED, reply.outcome());
        String code = reply.lines().stream().filter(line -> line.tone() == Tone.CODE).map(Reply.Line::text).collect(Collectors.joining("\n"));
        assertEquals(tutor.exercise().text().strip(), code.replaceAll("(?m)^  ", ""));
        assertTrue(reply.text().contains("What is dy/dt?"), reply::text);
    }

    @Test
    void helpsAPupilWhoIsWrongTwiceAndThenRight() {
        Exercise exercise = twoPaths();
        assertEquals("2*t + 3*sin(t)", exercise.answer());
        Reply first = tutor.answer("2t");
        assertEquals(Outcome.WRONG, first.outcome());
        assertTrue(first.text().contains("(lost-path)"), first::text);
        assertFalse(first.text().contains("Hint"), first::text);
        assertTrue(tutor.hint().text().contains("Hint 1 of 3: t reaches y on two paths"));
        Reply second = tutor.answer("dy/dt = 2t - 3*sin(t)");
        assertEquals(Outcome.WRONG, second.outcome());
        assertTrue(second.text().contains("(sign"), second::text);
        assertTrue(tutor.hint().text().contains("Hint 2 of 3: "));
        Reply third = tutor.answer("2t + 3*sin(t)");
        assertEquals(Outcome.RIGHT, third.outcome(), third::text);
        assertTrue(third.text().contains("dy/dt = 2*t + 3*sin(t) = 6.423"), third::text);
        assertNull(tutor.exercise());
        assertEquals("h", ledger.progress().of(Topic.CHAIN_RULE_3, new Level(2)).orElseThrow().recent());
        assertEquals(1, ledger.progress().mistakes().get("lost-path"));
    }

    @Test
    void acceptsOtherFormsAndRoundedNumbers() {
        for (String answer : new String[] {"3*sin(t) + 2*t", "2(t + 1.5sin(t))", "6.42", "6.4233600", "2*3 + 3*sin(3)", "∂y/∂t = 2t + 3sin(t)",
                "t + t + 3*cos(pi/2 - t)"}) {
            twoPaths();
            Reply reply = tutor.answer(answer);
            assertEquals(Outcome.RIGHT, reply.outcome(), answer + ": " + reply.text());
        }
    }

    @Test
    void whatCannotBeReadCostsNothing() {
        twoPaths();
        Reply caret = tutor.answer("2t + * 3");
        assertEquals(Outcome.UNREADABLE, caret.outcome());
        assertTrue(caret.text().contains("^"), caret::text);
        for (String answer : new String[] {"", "   ", "2t + q", "grad(y, t)", "dy/dt", "dv", "y = 3", "1; 2", "x".repeat(2000), "csv(\"a\")"}) {
            Reply reply = tutor.answer(answer);
            assertEquals(Outcome.UNREADABLE, reply.outcome(), answer + ": " + reply.text());
        }
        tutor.answer("2t + 3sin(t)");
        assertEquals("r", ledger.progress().of(Topic.CHAIN_RULE_3, new Level(2)).orElseThrow().recent());
    }

    @Test
    void anUnknownNameIsToldUnderItsCaret() {
        twoPaths();
        String text = tutor.answer("2t + zz").text();
        assertTrue(text.contains("  2t + zz\n       ^^\n"), text);
        assertTrue(text.contains("names of this exercise are u, v, y, t"), text);
    }

    @Test
    void aDerivativeOnTheWayIsJudgedAndCostsNothing() {
        twoPaths();
        assertTrue(tutor.answer("dv/dt = -sin(t)").text().contains("a step on the way"));
        assertTrue(tutor.answer("dv/dt = sin(t)").text().contains("That step is not right"));
        assertNotNull(tutor.exercise());
        assertEquals(Outcome.RIGHT, tutor.answer("2t + 3sin(t)").outcome());
        assertEquals("r", ledger.progress().of(Topic.CHAIN_RULE_3, new Level(2)).orElseThrow().recent());
    }

    @Test
    void aFormulaThatIsRightAtThePointOnlyIsToldSo() {
        twoPaths();
        String text = tutor.answer("6 + 3*sin(t)").text();
        assertTrue(text.contains("at this point is right, but"), text);
    }

    @Test
    void oneNumberForAMatrixIsToldSo() {
        tutor.start("linear-layer 3 seed 1");
        Exercise exercise = tutor.exercise();
        String text = tutor.answer(exercise.of()).text();
        assertTrue(text.contains("one number is asked for each of the " + exercise.value().shape() + " entries"), text);
    }

    /** An answer may hold arguments by name, as the solution does. */
    @ParameterizedTest
    @CsvSource({"linear-layer 3 seed 1", "linear-layer 3 seed 2", "softmax 3 seed 1", "softmax 4 seed 5", "mlp 3 seed 1", "losses 3 seed 4"})
    void theSolutionIsRight(String request) {
        tutor.start(request);
        String answer = tutor.exercise().answer();
        String target = tutor.exercise().target();
        assertEquals(Outcome.RIGHT, tutor.answer(answer).outcome(), answer);
        tutor.start(request);
        assertEquals(Outcome.RIGHT, tutor.answer(target + " = " + answer).outcome(), answer);
        tutor.start(request);
        assertEquals(Outcome.WRONG, tutor.answer(target + " = 3*(" + answer + ")").outcome(), answer);
    }

    @Test
    void theSumOverAnAxisIsNoLeftSide() {
        tutor.start("linear-layer 3 seed 1");
        assertEquals("2*sum(C, axis=0)", tutor.exercise().answer());
        assertEquals(Outcome.WRONG, tutor.answer("sum(C, axis=0)").outcome());
        assertEquals(Outcome.WRONG, tutor.answer(tutor.exercise().target() + " = 2*sum(C, axis=1).T").outcome());
        assertEquals(Outcome.RIGHT, tutor.answer("sum(C, axis=0) + sum(C, axis=0)").outcome());
    }

    /** Neither a wrong answer nor one without a value uses a hint up. */
    @Test
    void hintsAreForThoseWhoAsk() {
        twoPaths();
        for (String answer : new String[] {"1/0", "log(-t)", "0/(t - 3)"}) {
            Reply reply = tutor.answer(answer);
            assertEquals(Outcome.UNREADABLE, reply.outcome(), answer + ": " + reply.text());
            assertTrue(reply.text().contains("no value"), reply::text);
        }
        for (String answer : new String[] {"17", "18", "19*t", "20*t^2", "21"}) {
            Reply reply = tutor.answer(answer);
            assertEquals(Outcome.WRONG, reply.outcome(), answer + ": " + reply.text());
            assertTrue(reply.text().contains(":hint helps"), reply::text);
        }
        assertTrue(tutor.hint().text().startsWith("Hint 1 of 3: "));
    }

    @Test
    void theSameWrongAnswerCostsNothing() {
        twoPaths();
        assertEquals(Outcome.WRONG, tutor.answer("2*t").outcome());
        Reply again = tutor.answer("2 * t");
        assertEquals(Outcome.UNREADABLE, again.outcome(), again::text);
        assertTrue(again.text().contains("tried before"), again::text);
    }

    @Test
    void threeHintsThenTheSolution() {
        twoPaths();
        for (int k = 1; k <= 3; k++) {
            assertTrue(tutor.hint().text().startsWith("Hint " + k + " of 3: "));
        }
        assertEquals(Outcome.TOLD, tutor.hint().outcome());
        Reply shown = tutor.answer("t");
        assertEquals(Outcome.SHOWN, shown.outcome());
        assertTrue(shown.text().contains("∂v/∂t = -sin(t)"), shown::text);
        assertTrue(shown.text().contains("dy/dt = 2*t + 3*sin(t) = 6.423"), shown::text);
        assertNull(tutor.exercise());
        assertEquals("n", ledger.progress().of(Topic.CHAIN_RULE_3, new Level(2)).orElseThrow().recent());
    }

    @Test
    void skippingCountsOnlyWhatWasTried() {
        twoPaths();
        tutor.next();
        assertEquals(0, ledger.progress().scores().size());
        tutor.hint();
        tutor.next();
        assertEquals("n", ledger.progress().of(Topic.CHAIN_RULE_3, new Level(2)).orElseThrow().recent());
    }

    @Test
    void theNextOneIsOfTheSameKind() {
        Exercise first = twoPaths();
        tutor.next();
        assertEquals(2, tutor.exercise().label().number());
        assertFalse(first.text().equals(tutor.exercise().text()));
    }

    @Test
    void withoutAnExerciseThereIsNothingToAnswer() {
        assertEquals(Outcome.TOLD, tutor.answer("1").outcome());
        assertEquals(Outcome.TOLD, tutor.hint().outcome());
        assertEquals(Outcome.TOLD, tutor.solution().outcome());
    }

    @Test
    void aRequestThatIsNotUnderstoodSaysWhatThereIs() {
        assertEquals(Outcome.UNREADABLE, tutor.start("integrals").outcome());
        assertTrue(tutor.start("integrals").text().contains("chain-rule-1, chain-rule-2"));
        assertTrue(tutor.start("chain-rule-1 9").text().contains("1 to 5"));
        assertTrue(tutor.start("seed x").text().contains("seed 7"));
        assertNull(tutor.exercise());
    }
}
