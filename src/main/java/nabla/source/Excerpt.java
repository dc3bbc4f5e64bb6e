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

    private static final int LONGEST = 100;

    private Excerpt() { }

    /** The lines of the drawing, without line ends. */
    public static List<String> lines(SourceText source, Diagnostic diagnostic) {
        List<String> lines = new ArrayList<>();
        Span span = diagnostic.span();
        String place = span == null ? source.name() : source.name() + ":" + span.line() + ":" + span.column();
        String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
        lines.add(Display.visible(place + ": " + severity + ": " + diagnostic.message()));
        String margin = "  ";
        if (span != null) {
            margin = " ".repeat(Integer.toString(span.line()).length() + 3);
            draw(source, span, "  " + span.line() + " | ", margin + "| ", lines);
        }
        if (diagnostic.hint() != null) {
            lines.add(margin + "= " + Display.visible(diagnostic.hint()));
        }
        return lines;
    }

    /** The same for what was typed a moment ago: what, the line, and the caret; neither a file nor a number of the line. */
    public static List<String> typed(SourceText source, Diagnostic diagnostic) {
        List<String> lines = new ArrayList<>();
        lines.add(Display.visible(diagnostic.severity().name().toLowerCase(Locale.ROOT) + ": " + diagnostic.message()));
        if (diagnostic.span() != null) {
            draw(source, diagnostic.span(), "  ", "  ", lines);
        }
        if (diagnostic.hint() != null) {
            lines.add("  = " + Display.visible(diagnostic.hint()));
        }
        return lines;
    }

    /** A long line is cut to what surrounds the place. */
    private static void draw(SourceText source, Span span, String number, String margin, List<String> lines) {
        String line = source.lineAt(span.start());
        int from = Math.min(span.column() - 1, line.length());
        int to = Math.max(from, Math.min(from + span.end() - span.start(), line.length()));
        int first = line.length() <= LONGEST ? 0 : whole(line, Math.max(0, from - LONGEST / 2));
        int last = whole(line, Math.min(line.length(), first + LONGEST));
        String before = (first > 0 ? "…" : "") + drawn(line.substring(first, from));
        String marked = drawn(line.substring(from, Math.min(to, last)));
        String after = drawn(line.substring(Math.min(to, last), last)) + (last < line.length() ? "…" : "");
        lines.add(number + before + marked + after);
        lines.add(margin + " ".repeat(Display.width(before)) + "^".repeat(Math.max(1, Display.width(marked))));
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
