package nabla.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words become requests. */
class RequestTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "'', -, -, -", "3, -, 3, -", "3 seed 7, -, 3, 7", "chain-rule-2, CHAIN_RULE_2, -, -", "seed 7 softmax 2, SOFTMAX, 2, 7",
        "soft level 4, SOFTMAX, 4, -", "Linear_Layer, LINEAR_LAYER, -, -", "mlp seed -3, MLP, -, -3"})
    void asksForAnExercise(String words, Topic topic, Integer level, Long seed) throws UnclearRequest {
        assertEquals(new Request(null, topic, level == null ? null : new Level(level), seed, false), Request.exercise(words));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "10 chain-rule-3 --latex, 10, CHAIN_RULE_3, -, true", "losses 5 2, 5, LOSSES, 2, false",
        "3 level 2 mlp, 3, MLP, 2, false"})
    void asksForASheet(String words, int count, Topic topic, Integer level, boolean latex) throws UnclearRequest {
        assertEquals(new Request(count, topic, level == null ? null : new Level(level), null, latex), Request.sheet(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain", "foo", "6", "0", "seed", "seed x", "level", "level 7", "chain-rule-1 99999999999999999999", "--latex", "1 2", "softmax level 2 3"})
    void saysWhatItDoesNotUnderstand(String words) {
        assertTrue(assertThrows(UnclearRequest.class, () -> Request.exercise(words)).getMessage().length() > 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chain-rule-3 --latex", "0", "201", "99999999999999999999", "5 5 5 x"})
    void aSheetHasItsLimits(String words) {
        assertThrows(UnclearRequest.class, () -> Request.sheet(words));
    }
}
