package nabla.source;

/**
 * A line as it is drawn, and where the caret goes.
 *
 * @param text   the line, cut to fit and with … where it was cut
 * @param indent columns before the caret
 * @param width  how many carets, at least one
 */
record Excerpt(String text, int indent, int width) {

    /** The longest line drawn whole. */
    private static final int LONGEST = 100;
    private static final int BEFORE = 40;

    /** The line of the first character of a span; a span over several lines is underlined to the end of its first. */
    static Excerpt of(SourceText source, Span span) {
        int lineStart = source.lineStart(span.start());
        int lineEnd = source.lineEnd(span.start());
        int from = lineStart;
        int to = lineEnd;
        if (lineEnd - lineStart > LONGEST) {
            from = Math.max(lineStart, span.start() - BEFORE);
            to = Math.min(lineEnd, from + LONGEST);
        }
        String text = source.text();
        from = whole(text, from);
        to = whole(text, to);
        int start = Math.min(span.start(), to);
        int end = Math.max(start, Math.min(span.end(), to));
        Canvas canvas = new Canvas(from > lineStart ? "…" : "");
        canvas.draw(text, from, start);
        int indent = canvas.width;
        canvas.draw(text, start, end);
        int width = Math.max(1, canvas.width - indent);
        canvas.draw(text, end, to);
        return new Excerpt(canvas.text + (to < lineEnd ? "…" : ""), indent, width);
    }

    /** Not between the halves of a pair. */
    private static int whole(String text, int at) {
        boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1));
        return inside ? at - 1 : at;
    }

    /** Characters as drawn, with the columns they take. */
    private static final class Canvas {

        private static final int TAB = 4;

        private final StringBuilder text;
        private int width;

        private Canvas(String start) {
            text = new StringBuilder(start);
            width = start.length();
        }

        private void draw(String source, int from, int to) {
            for (int i = from; i < to;) {
                int point = source.codePointAt(i);
                i += Character.charCount(point);
                if (point == '\t') {
                    int columns = TAB - width % TAB;
                    text.append(" ".repeat(columns));
                    width += columns;
                } else {
                    String visible = Escapes.visible(point);
                    text.append(visible);
                    width += visible.startsWith("\\") && visible.length() > 1 ? visible.length() : Escapes.width(point);
                }
            }
        }
    }
}
