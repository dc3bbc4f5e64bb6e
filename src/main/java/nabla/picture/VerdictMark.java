package nabla.picture;

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
        return verdict == null ? NONE : verdict.read(MARK);
    }

    private static final Verdict.Reader<VerdictMark> MARK = new Verdict.Reader<>() {
        @Override
        public VerdictMark agreement(Verdict.Agreement verdict) {
            return RIGHT;
        }

        @Override
        public VerdictMark disagreement(Verdict.Disagreement verdict) {
            return WRONG;
        }

        @Override
        public VerdictMark unresolved(Verdict.Unresolved verdict) {
            return OPEN;
        }

        @Override
        public VerdictMark kink(Verdict.Kink verdict) {
            return RIGHT;
        }

        @Override
        public VerdictMark undefined(Verdict.Undefined verdict) {
            return OPEN;
        }

        @Override
        public VerdictMark unchecked(Verdict.Unchecked verdict) {
            return NONE;
        }
    };
}
