package nabla.exercise;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Exercises to hand out, and their solutions to hand out later: two texts.
 *
 * @param file      what the file of the exercises may be called: {@code chain-rule-3.tex}
 * @param exercises the whole text of the exercise sheet
 * @param answers   what the file of the solutions may be called
 * @param solutions the whole text of the solution sheet
 */
public record ExerciseSheet(String file, String exercises, String answers, String solutions) {

    private static final long SEED = 1;

    static ExerciseSheet of(Request request) {
        List<Exercise> exercises = exercises(request);
        String name = request.topic() == null ? "exercises" : request.topic().id();
        String title = request.topic() == null ? "Exercises" : "Exercises: " + request.topic().title();
        if (request.latex()) {
            return new ExerciseSheet(name + ".tex", new LatexSheet(title, exercises).sheet(), name + "-solutions.tex",
                    new LatexSheet(title, exercises).solutions());
        }
        return new ExerciseSheet(name + ".txt", new TextSheet(title, exercises).sheet(), name + "-solutions.txt",
                new TextSheet(title, exercises).solutions());
    }

    /** Topics take turns, and levels rise over the sheet, where the request leaves them open. */
    private static List<Exercise> exercises(Request request) {
        long seed = request.seed() == null ? SEED : request.seed();
        Topic[] topics = request.topic() == null ? Topic.values() : new Topic[] {request.topic()};
        Map<Topic, Map<Integer, Series>> series = new EnumMap<>(Topic.class);
        List<Exercise> exercises = new ArrayList<>();
        for (int k = 0; k < request.count(); k++) {
            Topic topic = topics[k % topics.length];
            int level = request.level() != null ? request.level().number() : 1 + k * Level.HARDEST.number() / request.count();
            exercises.add(series.computeIfAbsent(topic, key -> new HashMap<>())
                    .computeIfAbsent(level, key -> new Series(topic, new Level(level), seed)).next());
        }
        return exercises;
    }
}
