package nabla.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws a diagnostic: where and what, the line of the text, a caret under the place, and what to write instead. */
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
        if (span != null) {
            draw(source, span, lines);
        }
        if (diagnostic.hint() != null) {
            lines.add("  hint: " + Display.visible(diagnostic.hint()));
        }
        return lines;
    }

    /** A long line is cut to what surrounds the place. */
    private static void draw(SourceText source, Span span, List<String> lines) {
        String line = source.lineAt(span.start());
        int from = Math.min(span.column() - 1, line.length());
        int to = Math.max(from, Math.min(from + span.end() - span.start(), line.length()));
        int first = line.length() <= LONGEST ? 0 : Math.max(0, from - LONGEST / 2);
        int last = Math.min(line.length(), first + LONGEST);
        String before = (first > 0 ? "…" : "") + drawn(line.substring(first, from));
        String marked = drawn(line.substring(from, Math.min(to, last)));
        String after = drawn(line.substring(Math.min(to, last), last)) + (last < line.length() ? "…" : "");
        String number = span.line() + " | ";
        lines.add("  " + number + before + marked + after);
        lines.add("  " + " ".repeat(number.length() + Display.width(before)) + "^".repeat(Math.max(1, Display.width(marked))));
    }

    private static String drawn(String text) {
        return Display.visible(text.replace("\t", "    "));
    }
}
