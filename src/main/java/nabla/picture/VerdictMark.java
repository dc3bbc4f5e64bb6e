package nabla.picture;

import nabla.verdict.Judgement;
import nabla.verdict.Verdict;

/** What was found out about a figure, as a sign and a word: never by colour alone. */
public enum VerdictMark {

    NONE("", ""), RIGHT("✓", "verified"), WRONG("✗", "wrong"), OPEN("?", "open"), GUILTY("✗", "at fault");

    private final String sign;
    private final String word;

    VerdictMark(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    /** Whether it is an error, and not only a question. */
    boolean isWrong() {
        return this == WRONG || this == GUILTY;
    }

    public String sign() {
        return sign;
    }

    public String word() {
        return word;
    }

    /** That of a verdict; none where nothing was looked at. */
    static VerdictMark of(Verdict verdict) {
        Judgement judgement = verdict == null ? null : verdict.judgement();
        return judgement == null ? NONE : switch (judgement) {
            case RIGHT -> RIGHT;
            case WRONG -> WRONG;
            case UNRESOLVED -> OPEN;
        };
    }
}
