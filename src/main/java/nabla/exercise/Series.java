package nabla.exercise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The exercises of a topic and a level, one after the other, as a seed has them. Templates take turns in an order that is drawn anew
 * for every round; a form that was there comes again only where the table has no other left, and then with other numbers.
 */
final class Series {

    private static final int TRIES = 60;
    private static final int LONGEST = 1000;

    private final Topic topic;
    private final Level level;
    private final long seed;
    private final ExerciseTable table;
    private final Dice dice;
    private final List<Template> round = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> forms = new HashMap<>();
    /** How often a form may come again. */
    private int allowed;
    private int made;

    Series(Topic topic, Level level, long seed) {
        this.topic = topic;
        this.level = level;
        this.seed = seed;
        this.table = ExerciseTable.of(topic);
        this.dice = new Dice(seed * 31 + topic.ordinal() * 7 + level.number());
    }

    /** The next one. */
    Exercise next() {
        for (;;) {
            for (int tries = 0; tries < TRIES; tries++) {
                ExerciseDraft draft = table.draft(template(), dice);
                Optional<ExerciseMaker.Answer> answer = forms.getOrDefault(draft.form(), 0) > allowed ? Optional.empty()
                        : new ExerciseMaker(draft, level).answer(dice);
                Exercise exercise = answer.map(found -> exercise(draft, found)).orElse(null);
                if (exercise != null && seen.add(exercise.identity())) {
                    forms.merge(draft.form(), 1, Integer::sum);
                    made++;
                    return exercise;
                }
            }
            allowed++;
            if (allowed > LONGEST) {
                throw new IllegalStateException("no more exercises of " + topic.id() + ", " + level);
            }
        }
    }

    private Template template() {
        if (round.isEmpty()) {
            round.addAll(dice.shuffled(table.templates(level)));
        }
        return round.remove(round.size() - 1);
    }

    private Exercise exercise(ExerciseDraft draft, ExerciseMaker.Answer answer) {
        return new Exercise(new Exercise.Label(topic, level, seed, made + 1), answer.lines(), draft.of(), draft.by(),
                new Exercise.Solution(answer.formula(), answer.value()), draft.nudge(), draft.form());
    }
}
