package nabla.verdict;

/** What a verdict on a gradient rests on. */
public enum Evidence {
    /** Finite differences in doubles. */
    DIFFERENCES("differences"),
    /** The second oracle, with many more digits. */
    DIGITS("dfp");

    private final String code;

    Evidence(String code) {
        this.code = code;
    }

    /** What other programs read. */
    public String code() {
        return code;
    }
}
