package nabla.writer;

import nabla.report.Report;
import nabla.verdict.Verdict;

/** Colours for the words that say how it went, or none. */
public enum Palette {

    PLAIN, ANSI;

    private static final String GREEN = "32";
    private static final String RED = "1;31";
    private static final String YELLOW = "33";
    private static final char ESCAPE = '\u001b';

    /** The word in the colour of what is right. */
    public String good(String word) {
        return colored(word, GREEN);
    }

    /** The word in the colour of what is wrong. */
    public String bad(String word) {
        return colored(word, RED);
    }

    /** The word in the colour of what is open. */
    public String open(String word) {
        return colored(word, YELLOW);
    }

    private String colored(String word, String color) {
        return this == PLAIN ? word : ESCAPE + "[" + color + "m" + word + ESCAPE + "[0m";
    }

    /** The word of a verdict in its colour. */
    String word(Verdict verdict) {
        if (verdict.isWrong()) {
            return bad("DISAGREE");
        }
        return verdict.isRight() ? good(verdict.word()) : open(verdict.word());
    }

    /** The word of a file's status in its colour. */
    String word(Report.Status status) {
        return switch (status) {
            case VERIFIED -> good("verified");
            case WRONG -> bad("WRONG");
            case UNRESOLVED -> open("unresolved");
            case UNREADABLE -> bad("unreadable");
            case REFUSED -> bad("refused");
        };
    }
}
