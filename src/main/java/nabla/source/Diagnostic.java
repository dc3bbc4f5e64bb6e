package nabla.source;

/**
 * Something wrong (or worth a note) at a place of a text: what is wrong, and what to write instead.
 *
 * @param severity how bad
 * @param span     the place; null when the whole text is meant
 * @param message  one sentence, without a full stop at the end, lower case at the start
 * @param hint     what to write instead, or null
 */
public record Diagnostic(Severity severity, Span span, String message, String hint) {

    /** How bad: an error leaves its statement out, a warning and a note do not. */
    public enum Severity { ERROR, WARNING, NOTE }

    /** An error with a hint (which may be null). */
    public static Diagnostic error(Span span, String message, String hint) {
        return new Diagnostic(Severity.ERROR, span, message, hint);
    }

    /** A warning with a hint (which may be null). */
    public static Diagnostic warning(Span span, String message, String hint) {
        return new Diagnostic(Severity.WARNING, span, message, hint);
    }

    /** A note with a hint (which may be null). */
    public static Diagnostic note(Span span, String message, String hint) {
        return new Diagnostic(Severity.NOTE, span, message, hint);
    }
}
