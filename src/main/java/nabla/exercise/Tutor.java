package nabla.exercise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nabla.exercise.Reply.Outcome;
import nabla.exercise.Reply.Tone;

/**
 * Puts exercises, judges answers, hints, and remembers. It holds one open exercise at a time and is not for several threads.
 *
 * <p>A wrong answer is told with its mistake; hints are for those who ask. After the third hint a wrong answer brings the worked solution. What
 * cannot be read, or has no value, costs nothing.
 */
public final class Tutor {

    private final Ledger ledger;
    private final Map<String, Series> begun = new HashMap<>();
    private Request wanted = Request.ANY;
    private Series series;
    private Round round;
    /** The trouble that was told: once is enough. */
    private String told;

    /** A tutor who keeps progress in a ledger. */
    public Tutor(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The open exercise, or null. */
    public Exercise exercise() {
        return round == null ? null : round.exercise();
    }

    /**
     * Puts an exercise: {@code chain-rule-2 3 seed 7}. Without a topic the weakest is chosen, without a level the one that the pupil has
     * reached; the same seed gives the same exercises. An open exercise is skipped.
     */
    public Reply start(String request) {
        Request read;
        try {
            read = Request.exercise(request);
        } catch (UnclearRequest unclear) {
            return new Reply.Writer().line(Tone.BAD, unclear.getMessage()).as(Outcome.UNREADABLE);
        }
        close();
        wanted = read;
        series = read.seed() == null ? null : new Series(topic(), level(topic()), read.seed());
        return put();
    }

    /** Puts the next exercise of those asked for; an open one is skipped. */
    public Reply next() {
        close();
        return put();
    }

    private Topic topic() {
        return wanted.topic() != null ? wanted.topic() : new Coach(ledger.progress()).topic();
    }

    private Level level(Topic topic) {
        return wanted.level() != null ? wanted.level() : new Coach(ledger.progress()).level(topic);
    }

    private Reply put() {
        Series from = series;
        if (from == null) {
            Topic topic = topic();
            Level level = level(topic);
            int done = ledger.progress().of(topic, level).map(PupilProgress.Score::done).orElse(0);
            from = begun.computeIfAbsent(topic + " " + level, key -> new Series(topic, level, done));
        }
        round = new Round(from.next());
        return new Reply.Writer().add(round.question()).as(Outcome.ASKED);
    }

    /** Judges an answer: a formula or a number, with or without {@code dz/dx =} before it. */
    public Reply answer(String text) {
        if (round == null) {
            return told("there is no open exercise");
        }
        return finished(round.answer(text));
    }

    /** The next hint. */
    public Reply hint() {
        return round == null ? told("there is no open exercise") : round.hint();
    }

    /** The worked solution, which ends the exercise. */
    public Reply solution() {
        return round == null ? told("there is no open exercise") : finished(round.solution());
    }

    private Reply finished(Reply reply) {
        if (!reply.outcome().isOver()) {
            return reply;
        }
        keep(reply.outcome() == Outcome.SHOWN ? Result.NOT : round.isUnaided() ? Result.RIGHT : Result.HELPED);
        return trouble(reply);
    }

    /** What was tried and left counts as not solved; what was only looked at does not count. */
    private void close() {
        if (round != null && !round.isUnaided()) {
            keep(Result.NOT);
        }
        round = null;
    }

    private void keep(Result result) {
        Exercise done = round.exercise();
        List<String> mistakes = List.copyOf(round.mistakes());
        ledger.change(progress -> progress.with(done.topic(), done.level(), result, mistakes));
        round = null;
    }

    private Reply trouble(Reply reply) {
        if (Objects.equals(ledger.trouble(), told)) {
            return reply;
        }
        told = ledger.trouble();
        return new Reply.Writer().add(reply.lines()).line(Tone.BAD, ledger.trouble()).as(reply.outcome());
    }

    /** What has been done so far, the weak topics, and what comes next. */
    public Reply progress() {
        return trouble(new Reply.Writer().add(new ProgressLines(ledger.progress()).lines()).as(Outcome.TOLD));
    }

    /** What can be practised. */
    public Reply topics() {
        Reply.Writer writer = new Reply.Writer();
        for (Topic topic : Topic.values()) {
            writer.line(Tone.PLAIN, String.format(Locale.ROOT, "%-20s%s", topic.id(), topic.about()));
        }
        return writer.line(Tone.PLAIN, "Levels go from 1 to 5.").as(Outcome.TOLD);
    }

    /**
     * A sheet of exercises with its solutions: {@code 10 chain-rule-3 2 seed 7 --latex}. Without a topic all take turns, without a level
     * they get harder, without a seed it is 1.
     *
     * @throws UnclearRequest if the request cannot be read
     */
    public ExerciseSheet sheet(String request) throws UnclearRequest {
        return ExerciseSheet.of(Request.sheet(request));
    }

    private static Reply told(String text) {
        return new Reply(Outcome.TOLD, new ArrayList<>(List.of(new Reply.Line(Tone.BAD, text))));
    }
}
