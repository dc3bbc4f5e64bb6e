package nabla.grade;

import nabla.writer.Palette;

/** What became of an answer. */
public enum Outcome {
    RIGHT("right", "right"),
    ROUNDED("rounded", "right, as rounded"),
    CONVENTION("convention", "right, by another convention"),
    FOLLOWS("follow-through", "right given your earlier answer"),
    PARTLY("domain", "right on part of the domain only"),
    WRONG("wrong", "wrong"),
    UNDECIDED("undecided", "could not be decided"),
    UNREADABLE("unreadable", "could not be read"),
    REFUSED("refused", "refused"),
    MISSING("missing", "no answer");

    private final String code;
    private final String words;

    Outcome(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The word for programs. */
    public String code() {
        return code;
    }

    /** The words for people. */
    public String words() {
        return words;
    }

    /** The words for people in the colour that says the same. */
    String words(Palette palette) {
        return isAccepted() ? palette.good(words) : this == WRONG || this == UNREADABLE || this == REFUSED ? palette.bad(words) : palette.open(words);
    }

    /** Whether it earns all the points unless the problem says otherwise. */
    public boolean isAccepted() {
        return compareTo(FOLLOWS) <= 0;
    }

    /** Whether somebody should look at it. */
    public boolean needsEye() {
        return this == PARTLY || this == UNDECIDED || this == UNREADABLE || this == REFUSED;
    }
}
