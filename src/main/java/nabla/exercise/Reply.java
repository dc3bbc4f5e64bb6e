package nabla.exercise;

import java.util.ArrayList;
import java.util.List;

/**
 * What the tutor says.
 *
 * @param outcome what became of what the pupil did
 * @param lines   to be shown one below the other
 */
public record Reply(Outcome outcome, List<Line> lines) {

    /** What became of it. */
    public enum Outcome {
        /** An exercise is put. */
        ASKED,
        /** The answer is right; the exercise is over. */
        RIGHT,
        /** The answer is wrong; the exercise goes on. */
        WRONG,
        /** The answer, or the request, cannot be read: that costs nothing. */
        UNREADABLE,
        /** A hint. */
        HINT,
        /** The worked solution was shown; the exercise is over. */
        SHOWN,
        /** Something that changes nothing: progress, the topics, or that there is no open exercise. */
        TOLD;

        /** Whether the exercise is over. */
        public boolean isOver() {
            return this == RIGHT || this == SHOWN;
        }
    }

    /** How a line is meant: what may become a colour. */
    public enum Tone { PLAIN, HEADING, CODE, GOOD, BAD, HINT }

    /** A line without its end. */
    public record Line(Tone tone, String text) { }

    /** The lines, each with its end. */
    public String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    /** Collects lines. */
    static final class Writer {

        private final List<Line> lines = new ArrayList<>();

        Writer line(Tone tone, String text) {
            lines.add(new Line(tone, text));
            return this;
        }

        Writer lines(Tone tone, List<String> texts) {
            texts.forEach(text -> line(tone, text));
            return this;
        }

        Writer add(List<Line> more) {
            lines.addAll(more);
            return this;
        }

        Reply as(Outcome outcome) {
            return new Reply(outcome, List.copyOf(lines));
        }
    }
}
