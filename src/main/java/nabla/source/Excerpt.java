package nabla.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws a diagnostic: where and what, the line of the text, a caret under the place, and what to write instead.
 * <pre>
 * practice.grad:3:7: error: unknown name "zz"
 *   3 | z = x*zz + 1
 *     |       ^^
 *     = did you mean "z"?
 * </pre>
 */
public final class Excerpt {

    private static final int HANG = 4;
    private static final int ROOM = 20;

    private Excerpt() { }

    /** The lines of the drawing, without line ends. */
    public static List<String> lines(SourceText source, Diagnostic diagnostic) {
        return lines(source, diagnostic, Paragraph.WIDTH);
    }

    /** The same in so many columns: messages are broken at words, a long line of the text is cut to what surrounds the place. */
    public static List<String> lines(SourceText source, Diagnostic diagnostic, int width) {
        List<String> lines = new ArrayList<>();
        Span span = diagnostic.span();
        String place = span == null ? source.name() : source.name() + ":" + span.line() + ":" + span.column();
        String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
        lines.addAll(Paragraph.wrapped(Display.visible(place + ": " + severity + ": " + diagnostic.message()), width, HANG));
        String margin = "  ";
        if (span != null) {
            margin = " ".repeat(Integer.toString(span.line()).length() + 3);
            draw(source, span, "  " + span.line() + " | ", margin + "| ", width, lines);
        }
        if (diagnostic.hint() != null) {
            lines.addAll(Paragraph.wrapped(margin + "= " + Display.visible(diagnostic.hint()), width, margin.length() + 2));
        }
        return lines;
    }

    /** The same for what was typed a moment ago: what, the line, and the caret; neither a file nor a number of the line. */
    public static List<String> typed(SourceText source, Diagnostic diagnostic) {
        return typed(source, diagnostic, Paragraph.WIDTH);
    }

    /** The same in so many columns. */
    public static List<String> typed(SourceText source, Diagnostic diagnostic, int width) {
        List<String> lines = new ArrayList<>();
        String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
        lines.addAll(Paragraph.wrapped(Display.visible(severity + ": " + diagnostic.message()), width, HANG));
        if (diagnostic.span() != null) {
            draw(source, diagnostic.span(), "  ", "  ", width, lines);
        }
        if (diagnostic.hint() != null) {
            lines.addAll(Paragraph.wrapped("  = " + Display.visible(diagnostic.hint()), width, HANG));
        }
        return lines;
    }

    /** A long line is cut to what surrounds the place. */
    private static void draw(SourceText source, Span span, String number, String margin, int width, List<String> lines) {
        String line = source.lineAt(span.start());
        int from = Math.min(span.column() - 1, line.length());
        int to = Math.max(from, Math.min(from + span.end() - span.start(), line.length()));
        int room = Math.max(ROOM, width - number.length() - 1);
        int first = 0;
        int last = line.length();
        if (last > room || Display.width(drawn(line)) > room) {
            first = whole(line, before(line, from, room / 2 - 1));
            last = Math.max(from, whole(line, after(line, first, room - 2)));
        }
        String before = (first > 0 ? "…" : "") + drawn(line.substring(first, from));
        String marked = drawn(line.substring(from, Math.min(to, last)));
        String after = drawn(line.substring(Math.min(to, last), last)) + (last < line.length() ? "…" : "");
        lines.add(number + before + marked + after);
        lines.add(margin + " ".repeat(Display.width(before)) + "^".repeat(Math.max(1, Display.width(marked))));
    }

    /** How far back so many columns reach. */
    private static int before(String line, int from, int columns) {
        int first = from;
        for (int used = 0; first > 0; first--) {
            used += Display.width(drawn(line.substring(first - 1, first)));
            if (used > columns) {
                break;
            }
        }
        return first;
    }

    /** How far forward so many columns reach. */
    private static int after(String line, int first, int columns) {
        int last = first;
        for (int used = 0; last < line.length(); last++) {
            used += Display.width(drawn(line.substring(last, last + 1)));
            if (used > columns) {
                break;
            }
        }
        return last;
    }

    /** Not between the halves of a pair. */
    private static int whole(String line, int at) {
        boolean inside = at > 0 && at < line.length() && Character.isSurrogatePair(line.charAt(at - 1), line.charAt(at));
        return inside ? at - 1 : at;
    }

    private static String drawn(String text) {
        return Display.visible(text.replace("\t", "    "));
    }
}
