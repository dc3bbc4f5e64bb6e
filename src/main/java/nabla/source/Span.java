package nabla.source;

/**
 * A stretch of a source text.
 *
 * @param line  line of the first character, from 1
 * @param column column of the first character, from 1
 * @param start offset of the first character
 * @param end   offset after the last character, at least {@code start}
 */
public record Span(int line, int column, int start, int end) {

    /** From the first character of this to the last of {@code other}. */
    public Span to(Span other) {
        return new Span(line, column, start, Math.max(end, other.end));
    }
}
