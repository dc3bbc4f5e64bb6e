package nabla.source;

/**
 * Something wrong (or worth a note) at a place of a text: what is wrong, and what to write instead.
 *
 * @param severity how bad
 * @param kind     what is to be done about it
 * @param span     the place; null when the whole text is meant
 * @param what     one sentence, without a full stop at the end, lower case at the start
 * @param hint     what to write instead, or null
 */
public record Diagnostic(Severity severity, Kind kind, Span span, String what, String hint) {

    /** How bad: an error leaves its statement out, a warning and a note do not. */
    public enum Severity { ERROR, WARNING, NOTE }

    /** What kind of thing it is. */
    public enum Kind {
        /** The text says what cannot be, or may surprise. */
        FAULT,
        /** The text exceeds a limit or breaks a rule, whatever it says. */
        REFUSAL
    }

    /** An error with a hint (which may be null). */
    public static Diagnostic error(Span span, String what, String hint) {
        return new Diagnostic(Severity.ERROR, Kind.FAULT, span, what, hint);
    }

    /** A warning with a hint (which may be null). */
    public static Diagnostic warning(Span span, String what, String hint) {
        return new Diagnostic(Severity.WARNING, Kind.FAULT, span, what, hint);
    }

    /** A note with a hint (which may be null). */
    public static Diagnostic note(Span span, String what, String hint) {
        return new Diagnostic(Severity.NOTE, Kind.FAULT, span, what, hint);
    }

    /** Whether it says that something is wrong. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** An error because of a limit that is exceeded or a rule that is broken, with a hint (which may be null). */
    public static Diagnostic refusal(Span span, String what, String hint) {
        return new Diagnostic(Severity.ERROR, Kind.REFUSAL, span, what, hint);
    }

    public boolean isRefusal() {
        return kind == Kind.REFUSAL;
    }

    /** What it is, in words; a refusal says that it is one. */
    public String message() {
        return new Obstacle(isRefusal(), what).text();
    }

    /** The same at another place. */
    public Diagnostic at(Span other) {
        return new Diagnostic(severity, kind, other, what, hint);
    }

    /** The same at one step of several: {@code t = 3}. */
    public Diagnostic at(String step) {
        return new Diagnostic(severity, kind, span, what + " (at " + step + ")", hint);
    }

    /** The same where it has been said already that it is a refusal. */
    public Diagnostic bare() {
        return new Diagnostic(severity, Kind.FAULT, span, what, hint);
    }
}
