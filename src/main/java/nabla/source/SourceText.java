package nabla.source;

/**
 * A named text: a graph file, standard input, or what was typed. Lines and columns count from 1, a column in UTF-16 units.
 *
 * @param name what messages call it, for example {@code practice.grad}
 * @param text the whole text, with line ends of any kind
 */
public record SourceText(String name, String text) {

    /** The line that holds the character at {@code offset}, without its line end. */
    public String lineAt(int offset) {
        int start = lineStart(offset);
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(start, end);
    }

    /** The offset of the first character of the line that holds {@code offset}. */
    public int lineStart(int offset) {
        return text.lastIndexOf('\n', Math.min(offset, text.length()) - 1) + 1;
    }

    /** What the span covers. */
    public String slice(Span span) {
        return text.substring(span.start(), Math.min(span.end(), text.length()));
    }
}
