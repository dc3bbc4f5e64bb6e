package nabla.exercise;

import nabla.exercise.PupilProgress.Score;

/**
 * Chooses what to practise next: the weakest topic of those begun, or the next of the course once the last one goes well. The level of a
 * topic goes up after three right answers in a row.
 */
record Coach(PupilProgress progress) {

    private static final String WELL = "rrr";
    private static final int ENOUGH = 6;
    private static final int LATELY = 5;
    /** A topic that is not begun comes before those that go well, and after those that do not. */
    private static final double NEW = 0.45;

    /** The topic to go on with. */
    Topic topic() {
        Topic weakest = Topic.CHAIN_RULE_1;
        double most = -1;
        for (Topic topic : Topic.values()) {
            double weakness = weakness(topic);
            if (weakness > most) {
                weakest = topic;
                most = weakness;
            }
            if (!isUnderway(topic)) {
                break;
            }
        }
        return weakest;
    }

    /** The level at which a topic goes on. */
    Level level(Topic topic) {
        Level level = Level.EASIEST;
        for (Level next = level; recent(topic, next).endsWith(WELL) && !next.equals(Level.HARDEST);) {
            next = next.next();
            level = next;
        }
        return level;
    }

    /** Whether the next topic may begin: this one has gone well at its first level, or was tried often enough. */
    private boolean isUnderway(Topic topic) {
        return recent(topic, Level.EASIEST).contains(WELL) || done(topic) >= ENOUGH;
    }

    /** From 0 to about 1: how often a topic did not go well lately, and how far it still is from the hardest level. */
    double weakness(Topic topic) {
        if (done(topic) == 0) {
            return NEW;
        }
        Level level = level(topic);
        String recent = recent(topic, level);
        return 0.9 * failures(recent.isEmpty() ? recent(topic, level.next()) : recent) + 0.08 * (Level.HARDEST.number() - level.number());
    }

    /** The share of the latest exercises that were not solved; those with help count half. */
    private static double failures(String recent) {
        String lately = recent.substring(Math.max(0, recent.length() - LATELY));
        double bad = lately.chars().mapToDouble(c -> c == Result.NOT.letter() ? 1 : c == Result.HELPED.letter() ? 0.5 : 0).sum();
        return lately.isEmpty() ? 0 : bad / lately.length();
    }

    int done(Topic topic) {
        int done = 0;
        for (int level = 1; level <= Level.HARDEST.number(); level++) {
            done += progress.of(topic, new Level(level)).map(Score::done).orElse(0);
        }
        return done;
    }

    String recent(Topic topic, Level level) {
        return progress.of(topic, level).map(Score::recent).orElse("");
    }
}
