package nabla.source;

import java.util.ArrayList;
import java.util.List;

/** Long lines in several, broken between words, so that they fit a terminal. Colours take no room. */
public final class Paragraph {

    /** How wide lines are where nobody says how wide the terminal is. */
    public static final int WIDTH = 100;
    /** Narrower than this nothing is made to fit. */
    public static final int NARROWEST = 40;

    private static final char ESCAPE = '\u001b';
    private static final int DEEPER = 4;
    /** So many columns takes a character at most. */
    private static final int WIDEST = 2;
    private static final String BREAKS = "*/,;(=";
    private static final String SIGNS = "=+-@·";

    private Paragraph() { }

    /** How many columns a text takes that may hold colours. */
    public static int width(String text) {
        int width = Display.width(text);
        for (int k = text.indexOf(ESCAPE); k >= 0; k = text.indexOf(ESCAPE, k + 1)) {
            int end = text.indexOf('m', k);
            width -= (end < 0 ? text.length() : end + 1) - k;
        }
        return width;
    }

    /** Every line in as many as it takes; those after the first begin below the text of the first, or a little deeper than it. */
    public static List<String> wrapped(List<String> lines, int width) {
        List<String> wrapped = new ArrayList<>();
        for (String line : lines) {
            if (WIDEST * line.length() <= width || line.length() <= width && width(line) <= width) {
                wrapped.add(line);
            } else {
                line.lines().forEach(part -> wrapped.addAll(wrapped(part, width, hang(part, width))));
            }
        }
        return wrapped;
    }

    /** One line in as many as it takes; those after the first are indented. */
    public static List<String> wrapped(String line, int width, int hang) {
        List<String> lines = new ArrayList<>();
        String rest = line;
        int least = indent(line);
        while (width(rest) > width) {
            int at = last(rest, width, least);
            if (at < 0) {
                break;
            }
            lines.add(rest.substring(0, at).stripTrailing());
            rest = " ".repeat(hang) + rest.substring(at).stripLeading();
            least = hang;
        }
        lines.add(rest);
        return lines;
    }

    /** Where the second column begins, as in "  expected     2*x"; else a little deeper than the line. */
    private static int hang(String line, int width) {
        int indent = indent(line);
        int gap = line.indexOf("  ", indent);
        int text = gap;
        while (text >= 0 && text < line.length() && line.charAt(text) == ' ') {
            text++;
        }
        boolean column = gap > 0 && line.indexOf(ESCAPE) < 0 | line.indexOf(ESCAPE) > text && Display.width(line.substring(0, text)) <= width / 3;
        return column ? Display.width(line.substring(0, text)) : Math.min(indent + (indent == 0 ? 2 : DEEPER), width / 2);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** The last place that fits: before a space; of a word that is too long itself after a sign, or the end of the word; −1 if there is none. */
    private static int last(String line, int width, int least) {
        int space = -1;
        int sign = -1;
        int used = 0;
        for (int k = 0; k < line.length() && used <= width;) {
            if (line.charAt(k) == ESCAPE) {
                int end = line.indexOf('m', k);
                k = end < 0 ? line.length() : end + 1;
                continue;
            }
            if (k > least && line.charAt(k) == ' ') {
                space = k;
            } else if (k > least + DEEPER && BREAKS.indexOf(line.charAt(k - 1)) >= 0) {
                sign = k;
            }
            used += Display.width(Character.toString(line.codePointAt(k)));
            k += Character.charCount(line.codePointAt(k));
        }
        int fits = space > least + DEEPER || sign < 0 ? beforeSign(line, space) : sign;
        return fits > least ? fits : line.indexOf(' ', least + 1);
    }

    /** A sign stands at the beginning of a line, not at the end of the one before. */
    private static int beforeSign(String line, int space) {
        boolean sign = space > 2 && SIGNS.indexOf(line.charAt(space - 1)) >= 0 && line.charAt(space - 2) == ' ';
        return sign && !line.substring(0, space - 2).isBlank() ? space - 2 : space;
    }
}
