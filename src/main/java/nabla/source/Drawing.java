package nabla.source;

import java.util.Locale;

/**
 * Draws a diagnostic against its text: name, line and column, what is wrong, the line itself, a caret under the place, and what to write instead.
 * <pre>
 * practice.grad:3:7: error: unknown name "zz"
 *   3 | z = x*zz + 1
 *     |       ^^
 *     = did you mean "z"?
 * </pre>
 * Control and bidirectional characters are escaped, tabs drawn as spaces, wide characters counted as two, and long lines cut around the caret.
 */
public final class Drawing {

    private final SourceText source;

    public Drawing(SourceText source) {
        this.source = source;
    }

    /** The drawing, with a line end after each line. Only the first line where the diagnostic has no span. */
    public String draw(Diagnostic diagnostic) {
        StringBuilder drawing = new StringBuilder(head(diagnostic)).append('\n');
        String margin = "  ";
        if (diagnostic.span() != null) {
            String number = Integer.toString(diagnostic.span().line());
            margin = " ".repeat(number.length() + 2);
            Excerpt excerpt = Excerpt.of(source, diagnostic.span());
            drawing.append("  ").append(number).append(" | ").append(excerpt.text()).append('\n')
                    .append(margin).append(" | ").append(" ".repeat(excerpt.indent())).append("^".repeat(excerpt.width())).append('\n');
        }
        if (diagnostic.hint() != null) {
            drawing.append(margin).append(" = ").append(Escapes.escape(diagnostic.hint())).append('\n');
        }
        return drawing.toString();
    }

    /** The first line of the drawing: {@code practice.grad:3:7: error: unknown name "zz"}. */
    public String head(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        String place = span == null ? "" : span.line() + ":" + span.column() + ":";
        return Escapes.escape(source.name()) + ':' + place + ' ' + diagnostic.severity().name().toLowerCase(Locale.ROOT) + ": "
                + Escapes.escape(diagnostic.message());
    }
}
