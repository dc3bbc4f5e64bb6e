package nabla.source;

import java.util.List;
import java.util.Locale;

/** How a text appears on a terminal: how many columns it takes, and what stands for characters that would play tricks. */
public final class Display {

    /** All characters below take one column. */
    private static final int NARROW = 0x300;

    private Display() { }

    /** How many columns of a terminal the text takes: wide characters two, combining ones none. */
    public static int width(String text) {
        int width = 0;
        int length = text.length();
        for (int k = 0; k < length; k++) {
            if (text.charAt(k) < NARROW) {
                width++;
            } else {
                int c = text.codePointAt(k);
                k += Character.charCount(c) - 1;
                width += width(c);
            }
        }
        return width;
    }

    private static int width(int c) {
        if (c < NARROW) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    /** Unicode Standard Annex 11: the blocks whose characters are wide or full-width. */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1F64F
                || c >= 0x1F680 && c <= 0x1F6FF
                || c >= 0x1F900 && c <= 0x1F9FF
                || c >= 0x20000 && c <= 0x3FFFD;
    }

    /** The text with control, formatting (among them bidirectional) and broken characters written as {@link #escape} has them. */
    public static String visible(String text) {
        if (isPlain(text) || text.codePoints().noneMatch(Display::isUnsafe)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (!isUnsafe(c)) {
                visible.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    visible.append(escape(unit));
                }
            }
        });
        return visible.toString();
    }

    private static boolean isPlain(String text) {
        for (int k = 0; k < text.length(); k++) {
            if (text.charAt(k) < ' ' || text.charAt(k) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character is better not sent to a terminal as it is, or cannot stand in XML. */
    public static boolean isUnsafe(int c) {
        if (c >= ' ' && c < 0x7F) {
            return false;
        } else if ((c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF) {
            return true; // Unicode's noncharacters
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                 Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** One UTF-16 unit as a backslash, the letter u and four hexadecimal digits. */
    public static String escape(int unit) {
        return String.format(Locale.ROOT, "\\u%04x", unit);
    }

    /** Spaces on the right up to a width. */
    public static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** Spaces on the left up to a width. */
    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** The beginning of the text and an ellipsis where it is wider than {@code width}. */
    public static String cut(String text, int width) {
        if (text.length() <= width && width(text) <= width) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int used = 1;
        for (int k = 0; k < text.length(); k += Character.charCount(text.codePointAt(k))) {
            used += width(text.codePointAt(k));
            if (used > width) {
                break;
            }
            cut.appendCodePoint(text.codePointAt(k));
        }
        return cut.append('…').toString();
    }

    /** {@code a, b and c}. */
    public static String list(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1 ? String.join("", parts) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
