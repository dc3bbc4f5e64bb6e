package nabla.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a pupil has done so far. Immutable.
 *
 * @param scores   by topic and level: {@code chain-rule-1 2}
 * @param mistakes how often each named mistake was made
 */
record PupilProgress(Map<String, Score> scores, Map<String, Integer> mistakes) {

    static final PupilProgress NONE = new PupilProgress(Map.of(), Map.of());

    private static final String FIRST = "nabla progress 1";
    private static final String SECOND = "# topic level done recent: the last ten of them; r right at once, h with help, n not solved";
    private static final String BADLY = "nn";
    private static final Pattern VERSION = Pattern.compile("nabla progress ([0-9]{1,6})");
    private static final Pattern SCORE = Pattern.compile("([a-z0-9-]+) ([1-5]) ([0-9]{1,9}) ?([rhn]{0,10})");
    private static final Pattern MISTAKE = Pattern.compile("mistake ([a-z-]+) ([0-9]{1,9})");

    /** The exercises of one topic and level: how many, and how the last ones ended, the latest last. */
    record Score(int done, String recent) {

        private static final int REMEMBERED = 10;

        Score with(Result result) {
            String longer = recent + result.letter();
            return new Score(done + 1, longer.substring(Math.max(0, longer.length() - REMEMBERED)));
        }
    }

    /** What was read, and what of it could not be. */
    record Reading(PupilProgress progress, boolean newer, List<String> damaged) { }

    /** Reads what {@link #text} writes; lines that cannot be read are left out and named. */
    static Reading read(List<String> lines) {
        Map<String, Score> scores = new TreeMap<>();
        Map<String, Integer> mistakes = new TreeMap<>();
        List<String> damaged = new ArrayList<>();
        boolean newer = false;
        for (int k = 0; k < lines.size(); k++) {
            String line = lines.get(k).strip();
            Matcher version = VERSION.matcher(line);
            Matcher score = SCORE.matcher(line);
            Matcher mistake = MISTAKE.matcher(line);
            if (k == 0 && version.matches()) {
                newer = Integer.parseInt(version.group(1)) > 1;
            } else if (score.matches() && Topic.of(score.group(1)).filter(topic -> topic.id().equals(score.group(1))).isPresent()
                    && Integer.parseInt(score.group(3)) >= score.group(4).length()) {
                scores.put(score.group(1) + " " + score.group(2), new Score(Integer.parseInt(score.group(3)), score.group(4)));
            } else if (mistake.matches()) {
                mistakes.put(mistake.group(1), Integer.parseInt(mistake.group(2)));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                damaged.add(line);
            }
        }
        boolean headless = !lines.isEmpty() && !VERSION.matcher(lines.get(0).strip()).matches();
        if (headless && damaged.isEmpty()) {
            damaged.add(lines.get(0));
        }
        return new Reading(new PupilProgress(scores, mistakes), newer, damaged);
    }

    /** As a plain file: a line each. */
    List<String> text() {
        List<String> lines = new ArrayList<>(List.of(FIRST, SECOND));
        new TreeMap<>(scores).forEach((key, score) -> lines.add(key + " " + score.done() + " " + score.recent()));
        new TreeMap<>(mistakes).forEach((code, count) -> lines.add("mistake " + code + " " + count));
        return lines;
    }

    /** The score of a topic at a level. */
    Optional<Score> of(Topic topic, Level level) {
        return Optional.ofNullable(scores.get(key(topic, level)));
    }

    /** With one more exercise, and the mistakes made on the way. After two that were not solved the level below has to go well anew. */
    PupilProgress with(Topic topic, Level level, Result result, List<String> made) {
        Map<String, Score> more = new TreeMap<>(scores);
        Score score = of(topic, level).orElse(new Score(0, "")).with(result);
        more.put(key(topic, level), score);
        if (score.recent().endsWith(BADLY) && level.number() > 1) {
            more.computeIfPresent(key(topic, new Level(level.number() - 1)), (key, below) -> new Score(below.done(), ""));
        }
        Map<String, Integer> counts = new TreeMap<>(mistakes);
        made.forEach(code -> counts.merge(code, 1, Integer::sum));
        return new PupilProgress(more, counts);
    }

    private static String key(Topic topic, Level level) {
        return topic.id() + " " + level.number();
    }
}
