package nabla.source;

import java.util.Locale;

/** Makes characters visible that would move the cursor, turn the direction of writing, or not be seen. */
public final class Escapes {

    private Escapes() { }

    /** The text with every control, formatting and bidirectional character, and every half of a pair, as {@code \}{@code u202E}. */
    public static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length();) {
            int point = text.codePointAt(i);
            if (escaped == null && isHidden(point)) {
                escaped = new StringBuilder(text.substring(0, i));
            }
            if (escaped != null) {
                escaped.append(visible(point));
            }
            i += Character.charCount(point);
        }
        return escaped == null ? text : escaped.toString();
    }

    static String visible(int point) {
        if (!isHidden(point)) {
            return Character.toString(point);
        }
        return String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08X" : "\\u%04X", point);
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** How many columns of a terminal a character takes: 0 for a combining mark, 2 for a wide one. */
    static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    /** East Asian wide and fullwidth blocks, and pictures (Unicode Standard Annex 11, rounded to blocks). */
    private static boolean isWide(int point) {
        return point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0xA4CF && point != 0x303F
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6
                || point >= 0x1F300 && point <= 0x1FAFF
                || point >= 0x20000 && point <= 0x3FFFD;
    }
}
