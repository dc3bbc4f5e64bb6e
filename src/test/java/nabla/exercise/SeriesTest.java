package nabla.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every exercise can be solved, none is degenerate or too long, and none comes twice. */
class SeriesTest {

    private static final int UNREPEATED = 50;

    private static Stream<Level> levels() {
        return Stream.iterate(Level.EASIEST, Level::next).limit(Level.HARDEST.number());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void isAsItShouldBe(Topic topic) {
        List<String> faults = new ArrayList<>();
        levels().forEach(level -> {
            Series series = new Series(topic, level, 5);
            faults.addAll(new Examination(series.next()).faults());
        });
        assertEquals(List.of(), faults);
    }

    /** 5,040 exercises: the first fifty of two seeds and twelve of a third, of every topic and level. */
    @Tag("soak")
    @ParameterizedTest
    @EnumSource(Topic.class)
    void isAsItShouldBeThroughout(Topic topic) {
        List<String> faults = new ArrayList<>();
        levels().forEach(level -> {
            Set<String> forms = new HashSet<>();
            for (long seed = 1; seed <= 3; seed++) {
                Set<String> identities = new HashSet<>();
                Series series = new Series(topic, level, seed);
                for (int k = 0; k < (seed == 3 ? 12 : UNREPEATED); k++) {
                    Exercise exercise = series.next();
                    forms.add(exercise.form());
                    faults.addAll(new Examination(exercise).faults());
                    if (!identities.add(exercise.identity())) {
                        faults.add("repeated: " + exercise.text());
                    }
                }
            }
            System.out.println(topic.id() + " " + level.number() + ": 112 exercises of " + forms.size() + " forms");
        });
        assertEquals(List.of(), faults);
    }

    @Test
    void doesNotRepeat() {
        Series series = new Series(Topic.LINEAR_LAYER, Level.EASIEST, 3);
        Set<String> identities = new HashSet<>();
        for (int k = 0; k < UNREPEATED; k++) {
            assertTrue(identities.add(series.next().identity()));
        }
    }

    @Test
    void isReproducibleFromItsSeed() {
        assertEquals(texts(7), texts(7));
        assertNotEquals(texts(7), texts(8));
    }

    private static List<String> texts(long seed) {
        Series series = new Series(Topic.CHAIN_RULE_3, new Level(2), seed);
        return Stream.generate(series::next).limit(5).map(Exercise::text).toList();
    }

    /** Every line of every table is an exercise at every level it says it is for. */
    @Tag("soak")
    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyTemplateGivesExercises(Topic topic) {
        ExerciseTable table = ExerciseTable.of(topic);
        List<String> barren = new ArrayList<>();
        for (Template template : table.templates()) {
            levels().filter(template::isFor).filter(level -> !isFruitful(table, template, level))
                    .forEach(level -> barren.add(level + ": " + template.text()));
        }
        assertEquals(List.of(), barren);
    }

    private static boolean isFruitful(ExerciseTable table, Template template, Level level) {
        Dice dice = new Dice(1);
        return Stream.generate(() -> new ExerciseMaker(table.draft(template, dice), level)).limit(30).anyMatch(e -> e.answer(dice).isPresent());
    }

    @Test
    void everyTopicHasExercisesAtEveryLevel() {
        Arrays.stream(Topic.values()).forEach(topic -> levels().forEach(level ->
                assertTrue(ExerciseTable.of(topic).templates(level).size() >= 7, topic + " " + level)));
    }
}
