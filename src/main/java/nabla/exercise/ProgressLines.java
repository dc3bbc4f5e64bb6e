package nabla.exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nabla.exercise.Reply.Line;
import nabla.exercise.Reply.Tone;

/** Progress as a pupil reads it: a line a topic, the weak ones named, the usual mistakes, and what comes next. */
record ProgressLines(PupilProgress progress) {

    private static final double WEAK = 0.6;
    private static final int MISTAKES = 3;
    private static final String ROW = "%-22s%6s%6s   %s";

    List<Line> lines() {
        Coach coach = new Coach(progress);
        List<Line> lines = new ArrayList<>();
        if (progress.scores().isEmpty()) {
            lines.add(new Line(Tone.PLAIN, "Nothing has been practised yet."));
        } else {
            lines.add(new Line(Tone.HEADING, row("topic", "level", "done", "lately (+ right, ~ with help, - not solved)")));
            for (Topic topic : Topic.values()) {
                scores(topic, lines);
            }
            weak(coach, lines);
            mistakes(lines);
        }
        Topic next = coach.topic();
        lines.add(new Line(Tone.PLAIN, "Next: " + next.title() + ", " + coach.level(next) + "."));
        return lines;
    }

    private void scores(Topic topic, List<Line> lines) {
        for (Level level = Level.EASIEST; level != null; level = level.equals(Level.HARDEST) ? null : level.next()) {
            PupilProgress.Score score = progress.of(topic, level).orElse(null);
            if (score != null) {
                lines.add(new Line(Tone.PLAIN, row(topic.title(), "" + level.number(), "" + score.done(), signs(score.recent()))));
            }
        }
    }

    private static void weak(Coach coach, List<Line> lines) {
        List<String> weak = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            if (coach.done(topic) > 0 && coach.weakness(topic) >= WEAK) {
                weak.add(topic.title());
            }
        }
        if (!weak.isEmpty()) {
            lines.add(new Line(Tone.BAD, "Weak: " + String.join(", ", weak) + "."));
        }
    }

    private void mistakes(List<Line> lines) {
        String most = progress.mistakes().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .limit(MISTAKES).map(entry -> entry.getKey() + " (" + entry.getValue() + ")").collect(Collectors.joining(", "));
        if (!most.isEmpty()) {
            lines.add(new Line(Tone.PLAIN, "Mistakes made most often: " + most + "."));
        }
    }

    private static String row(String topic, String level, String done, String lately) {
        return String.format(Locale.ROOT, ROW, topic, level, done, lately).stripTrailing();
    }

    private static String signs(String recent) {
        return recent.replace(Result.RIGHT.letter(), '+').replace(Result.HELPED.letter(), '~').replace(Result.NOT.letter(), '-');
    }
}
