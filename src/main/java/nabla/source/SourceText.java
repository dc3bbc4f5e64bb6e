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
        return text.substring(lineStart(offset), lineEnd(offset));
    }

    /** The offset of the first character of the line that holds {@code offset}. */
    public int lineStart(int offset) {
        int start = Math.min(offset, text.length());
        while (start > 0 && !endsLine(start - 1)) {
            start--;
        }
        return start;
    }

    /** The offset after the last character of the line that holds {@code offset}, before its line end. */
    public int lineEnd(int offset) {
        int end = lineStart(offset);
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Whether a line end is complete with character k: the first half of {@code \r\n} is not. */
    private boolean endsLine(int k) {
        char c = text.charAt(k);
        return c == '\n' || c == '\r' && (k + 1 == text.length() || text.charAt(k + 1) != '\n');
    }

    /** From one offset to another, as far as there is text. */
    public Span span(int start, int end) {
        int from = Math.min(start, text.length());
        int line = 1 + (int) text.substring(0, from).chars().filter(c -> c == '\n').count();
        return new Span(line, from - lineStart(from) + 1, from, Math.max(from, Math.min(end, text.length())));
    }

    /** What the span covers. */
    public String slice(Span span) {
        return text.substring(span.start(), Math.min(span.end(), text.length()));
    }
}
