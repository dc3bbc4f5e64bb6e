package nabla.syntax;

import java.util.ArrayList;
import java.util.List;
import nabla.source.SourceText;

/**
 * Some lines of a text.
 *
 * @param start offset of the first character
 * @param end   offset after the last
 * @param line  of the first character, from 1
 */
record TextPart(int start, int end, int line) {

    /** In characters: below this a text is one part. */
    private static final int LONG = 1 << 17;

    static TextPart whole(SourceText source) {
        return new TextPart(0, source.text().length(), 1);
    }

    /** A text in at most so many parts of about the same length. */
    static List<TextPart> of(SourceText source, int most) {
        String text = source.text();
        int length = Math.max(LONG, text.length() / most);
        List<TextPart> parts = new ArrayList<>();
        int start = 0;
        int line = 1;
        while (start < text.length() || parts.isEmpty()) {
            int end = text.length() - start < length + length / 2 ? text.length() : text.indexOf('\n', start + length - 1) + 1;
            end = end == 0 ? text.length() : end;
            parts.add(new TextPart(start, end, line));
            line += end == text.length() ? 0 : lines(text, start, end);
            start = end;
        }
        return parts;
    }

    /** Line ends from one place to another, whatever their form. */
    private static int lines(String text, int start, int end) {
        int lines = 0;
        for (int k = start; k < end; k++) {
            char c = text.charAt(k);
            lines += c == '\n' || c == '\r' && text.charAt(k + 1) != '\n' ? 1 : 0;
        }
        return lines;
    }
}
