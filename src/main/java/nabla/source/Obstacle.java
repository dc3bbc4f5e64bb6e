package nabla.source;

/**
 * Why something was not looked at.
 *
 * @param refused whether a limit was exceeded or a rule broken; otherwise it could not be read
 * @param what    in words, without saying which of the two it is
 */
public record Obstacle(boolean refused, String what) {

    /** A limit was exceeded, or a rule broken. */
    public static Obstacle refused(String what) {
        return new Obstacle(true, what);
    }

    /** It could not be read. */
    public static Obstacle unreadable(String what) {
        return new Obstacle(false, what);
    }

    /** The obstacle in words; a refusal says that it is one. */
    public String text() {
        return refused ? "refused: " + what : what;
    }

    /** The same inside a sentence. */
    public String clause() {
        return refused ? "refused, " + what : what;
    }
}
