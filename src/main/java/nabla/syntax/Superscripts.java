package nabla.syntax;

import java.text.Normalizer;
import nabla.source.Span;

/** Letters and digits that stand higher or lower than the rest, where no exponent can be meant: those of a name. */
final class Superscripts {

    private Superscripts() { }

    /** {@code x₁}, {@code W⁽¹⁾}: the name that a word and what follows it may be; null without a letter before. */
    static String name(String text, Span span) {
        int start = span.start();
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        int end = span.start();
        while (end < text.length() && isRaised(text.charAt(end))) {
            end++;
        }
        boolean letter = start < span.start() && Character.isLetter(text.charAt(start));
        String plain = plain(text.substring(start, end)).replaceAll("[()]", "");
        return letter && end > span.start() && plain.matches("[\\p{L}\\p{N}_]+") ? plain : null;
    }

    private static boolean isRaised(char c) {
        String plain = plain(String.valueOf(c));
        return c > 127 && plain.length() == 1 && plain.charAt(0) < 127
                && (Character.isLetterOrDigit(plain.charAt(0)) || "()".contains(plain));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
