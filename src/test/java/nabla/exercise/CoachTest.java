package nabla.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is practised next. */
class CoachTest {

    private static PupilProgress progress(String history) {
        PupilProgress progress = PupilProgress.NONE;
        for (String part : history.isBlank() ? new String[0] : history.split(" ")) {
            String[] words = part.split(":");
            Topic topic = Topic.of(words[0]).orElseThrow();
            for (char letter : words[2].toCharArray()) {
                Result result = letter == 'r' ? Result.RIGHT : letter == 'h' ? Result.HELPED : Result.NOT;
                progress = progress.with(topic, new Level(Integer.parseInt(words[1])), result, List.of());
            }
        }
        return progress;
    }

    @ParameterizedTest
    @CsvSource({
        "'', chain-rule-1, 1",
        "chain-rule-1:1:rr, chain-rule-1, 1",
        "chain-rule-1:1:rrr, chain-rule-2, 1",
        "chain-rule-1:1:nnnnnn, chain-rule-1, 1",
        "chain-rule-1:1:rrhrr, chain-rule-1, 1",
        "chain-rule-1:1:hrrhrr, chain-rule-2, 1",
        "chain-rule-1:1:rrr chain-rule-2:1:nnr, chain-rule-2, 1",
        "chain-rule-1:1:rrr chain-rule-2:1:rrr chain-rule-3:1:n, chain-rule-3, 1",
        "chain-rule-1:1:rrr chain-rule-1:2:nnn chain-rule-2:1:rrr, chain-rule-1, 1",
        "chain-rule-1:1:rrr chain-rule-1:2:hhh chain-rule-2:1:rrr chain-rule-3:1:rrr, chain-rule-1, 2",
    })
    void goesOnWithTheWeakest(String history, String topic, int level) {
        Coach coach = new Coach(progress(history));
        assertEquals(topic, coach.topic().id());
        assertEquals(level, coach.level(coach.topic()).number());
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "mlp:1:rrr, 2", "mlp:1:rrr mlp:2:rrr, 3", "mlp:1:rrr mlp:2:rrnn, 1", "mlp:1:rrr mlp:2:rrnn mlp:1:rrr, 2",
        "mlp:1:rrr mlp:2:rrr mlp:3:rrr mlp:4:rrr mlp:5:rrr, 5", "mlp:1:rrrh, 1"})
    void levelsRiseAndFall(String history, int level) {
        assertEquals(level, new Coach(progress(history)).level(Topic.MLP).number());
    }

    @Test
    void aPupilWhoIsAlwaysRightSeesEveryTopic() {
        PupilProgress progress = PupilProgress.NONE;
        for (int k = 0; k < 27; k++) {
            Coach coach = new Coach(progress);
            progress = progress.with(coach.topic(), coach.level(coach.topic()), Result.RIGHT, List.of());
        }
        Coach coach = new Coach(progress);
        for (Topic topic : Topic.values()) {
            assertTrue(coach.done(topic) >= 3, topic.id());
        }
    }

    @Test
    void progressNamesWeakTopicsAndMistakes() {
        PupilProgress progress = progress("chain-rule-1:1:rrr losses:1:nnh").with(Topic.LOSSES, Level.EASIEST, Result.NOT, List.of("sign", "factor"))
                .with(Topic.LOSSES, Level.EASIEST, Result.NOT, List.of("sign"));
        String text = new Reply.Writer().add(new ProgressLines(progress).lines()).as(Reply.Outcome.TOLD).text();
        assertTrue(text.contains("Weak: losses."), text);
        assertTrue(text.contains("Mistakes made most often: sign (2), factor (1)."), text);
        assertTrue(text.contains("+++"), text);
        assertTrue(text.contains("--~--"), text);
    }
}
